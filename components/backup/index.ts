export { BackupSection } from './BackupSection';
export { RestoreSection } from './RestoreSection';
