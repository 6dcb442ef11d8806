export { CallbacksTab, type CallbacksTabProps, dueCounts } from './CallbacksTab';
export { coveredNumber, dueText, momentText, phoneText } from './due-text';
export { attemptName } from './outcome-keys';
export { PhoneNumber, UncoverButton } from './PhoneNumber';
export type { Draft } from './QuickEntry';
export { reasonName } from './reason-name';
