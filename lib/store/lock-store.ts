import { type Clerk, readClerk } from './clerk';
import { type Lock, noteTouch, readLock, unlock, usualMinutes, watchLock } from './lock';
import { dropLocked, setPassword } from './password';
import { readPolicyRow } from './policy';
import { watchStore } from './watch';

/** What a page is told of the lock before it shows anything else. */
export interface LockDesk {
  clerk: Clerk;
  lock: Lock;
  /** By the administrator's policy. */
  isRequired: boolean;
}

/** What stands before a page that shows what the clerk wrote. */
export const lockStore = {
  read: async (): Promise<LockDesk> => {
    const [clerk, lock, { policy }] = await Promise.all([readClerk(), readLock(), readPolicyRow()]);
    return { clerk, lock, isRequired: policy.requirePassword === true };
  },
  watch: watchStore,
  onChange: watchLock,
  touch: noteTouch,
  unlock,
  set: (password: string, now: Date) => setPassword(password, usualMinutes, now),
  drop: dropLocked,
};
