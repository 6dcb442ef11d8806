export { CallbacksTab, type CallbacksTabProps, dueCounts } from './CallbacksTab';
export { momentText, phoneText } from './due-text';
export type { Draft } from './QuickEntry';
