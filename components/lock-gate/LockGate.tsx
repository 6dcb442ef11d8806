import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { translate as t } from '@/lib/i18n';
import { type LockWatch, useLockDesk } from './use-lock-desk';

const LockScreen = lazy(() => import('../lock').then((part) => ({ default: part.LockScreen })));
const FirstPassword = lazy(() => import('../lock').then((part) => ({ default: part.FirstPassword })));

interface LockStore extends LockWatch {
  touch(now: Date): Promise<void>;
  /** @returns whether it is the password */
  unlock(password: string, now: Date): Promise<boolean>;
  set(password: string, now: Date): Promise<void>;
  drop(): Promise<void>;
}

/** So often it is noted that somebody works, in milliseconds. */
const touchEvery = 20_000;
const now = () => new Date();

export interface LockGateProps {
  store: LockStore;
  /** How Obok is, shown under the lock where somebody asks for it. A page that has none leads to the one that has. */
  health?: ReactNode;
  children: ReactNode;
}

/**
 * Stands before a page of Obok: shows it where nothing is locked, else asks for the password; where the administrator
 * wants a password and there is none, has one set first.
 */
export function LockGate({ store, health = null, children }: LockGateProps) {
  const state = useLockDesk(store);
  const kind = state.kind === 'ready' ? state.value.lock.kind : null;
  useTouch(kind === 'open', store);

  if (state.kind === 'loading') return null;
  const waiting = <main className="loading soft">{t('options:loading')}</main>;
  if (kind === 'locked')
    return (
      <Suspense fallback={waiting}>
        <LockScreen
          onUnlock={(password) => store.unlock(password, now())}
          onDrop={store.drop}
          health={health}
        />
      </Suspense>
    );
  if (kind === 'none' && state.kind === 'ready' && state.value.isRequired)
    return (
      <Suspense fallback={waiting}>
        <FirstPassword onSet={(password) => store.set(password, now())} health={health} />
      </Suspense>
    );
  // Where the store cannot be opened, the page tells of it.
  return children;
}

function useTouch(isOpen: boolean, store: LockStore): void {
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    let last = 0;
    const touch = () => {
      if (Math.abs(Date.now() - last) < touchEvery) return;
      last = Date.now();
      store.touch(now()).catch(() => null);
    };
    for (const event of ['keydown', 'pointerdown'])
      document.addEventListener(event, touch, { capture: true, passive: true, signal: stop.signal });
    touch();
    return () => stop.abort();
  }, [isOpen, store]);
}
