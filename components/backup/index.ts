export { BackupSection } from './BackupSection';
export { RestoreSection } from './RestoreSection';
export { t } from './words';
