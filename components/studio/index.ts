export type { OpenTab } from './Bench';
export type { SigningDesk } from './Signing';
export { Studio, type StudioProps } from './Studio';
export type { SkeletonSlot } from './skeleton-slot';
export type { KeptDraft } from './use-draft';
export { t } from './words';
