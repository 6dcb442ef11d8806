export { LockGate } from './LockGate';
export { useLockDesk } from './use-lock-desk';
