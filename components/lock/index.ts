export { FirstPassword } from './FirstPassword';
export { LockScreen } from './LockScreen';
export { LockSection } from './LockSection';
export { t } from './words';
