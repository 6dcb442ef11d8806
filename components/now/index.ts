export { clockText } from './EncounterBar';
export { NowTab, type NowTabProps } from './NowTab';
export { type NowClerk, type NowInput, type NowModel, nowModel, type ReminderCard } from './now-model';
export type { OpenPage, StandingStrip } from './open-page';
export type { CardAnswer } from './ReminderItem';
