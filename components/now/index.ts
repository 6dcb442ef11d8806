export { BackupOffer } from './BackupOffer';
export { clockText } from './EncounterBar';
export { NowTab, type NowTabProps } from './NowTab';
export { type NowInput, type NowModel, nowModel, type ReminderCard } from './now-model';
export type { OpenPage } from './open-page';
export type { CardAnswer } from './ReminderItem';
