export { GlossaryTab, type GlossaryTabProps, type Opening } from './GlossaryTab';
