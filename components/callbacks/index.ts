export { CallbacksTab, type CallbacksTabProps, dueCounts } from './CallbacksTab';
export { momentText, phoneText } from './due-text';
export { PhoneNumber, UncoverButton } from './PhoneNumber';
export type { Draft } from './QuickEntry';
