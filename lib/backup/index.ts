export { type BackupFault, backupFault, backupName, makeBackup, openBackup } from './backup-file';
export { type Backup, countDamaged, mostBytes } from './content';
export {
  type Going,
  type Gone,
  goneTogether,
  keyOfEvent,
  type Marks,
  nameIn,
  withGoing,
  withoutGoing,
} from './gone';
export { type BackupTimes, isBackupDue } from './offer';
export {
  type Edges,
  namesIn,
  planRestore,
  type RestoredCounts,
  type RestorePlan,
  restoredKinds,
  writtenBy,
} from './plan-restore';
