import { LockSection, t } from '@/components/lock';
import { useLockDesk } from '@/components/lock-gate';
import type { Perform } from '@/components/notice';
import {
  changePassword,
  chooseLockMinutes,
  lockMinutes,
  lockNow,
  lockStore,
  removePassword,
  setPassword,
  usualMinutes,
} from '@/lib/store';

/** „Hasło” in „Dane”. */
export function Password({ perform }: { perform: Perform }) {
  const state = useLockDesk(lockStore);
  if (state.kind !== 'ready') return null;
  const { lock, isRequired } = state.value;
  const tell = (what: 'set' | 'changed' | 'removed') =>
    perform(async () => ({ text: t(`lock:section.told.${what}`) }));
  return (
    <LockSection
      lock={lock}
      isRequired={isRequired}
      choices={lockMinutes}
      onSet={async (password) => {
        await setPassword(password, usualMinutes, new Date());
        void tell('set');
      }}
      onChange={async (before, password) => {
        const isDone = await changePassword(before, password, new Date());
        if (isDone) void tell('changed');
        return isDone;
      }}
      onRemove={async (password) => {
        const isDone = await removePassword(password);
        if (isDone) void tell('removed');
        return isDone;
      }}
      onLock={() =>
        void perform(async () => {
          await lockNow();
          return null;
        })
      }
      onMinutes={(minutes) =>
        void perform(async () => {
          await chooseLockMinutes(minutes);
          return null;
        })
      }
    />
  );
}
