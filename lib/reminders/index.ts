export type { DecideInput, Decision, ReminderEvent, Switches } from './decision';
