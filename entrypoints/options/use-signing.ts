import { useEffect, useState } from 'react';
import type { Perform } from '@/components/notice';
import { saveFile } from '@/components/save-file';
import { type SigningDesk, t } from '@/components/studio';
import { keyName, type LockedKey, makeKey, openKey, readLockedKey, type SigningKey } from '@/lib/signing';
import { readSigningKey, saveSigningKey } from '@/lib/store';

export interface Signing extends SigningDesk {
  /** The key, while it is open: it stands in this window's memory and nowhere else. */
  open: SigningKey | null;
}

/** The lead's signing key: kept locked in the store, opened for as long as this window stands. */
export function useSigning(perform: Perform): Signing {
  const [locked, setLocked] = useState<LockedKey | null>(null);
  const [open, setOpen] = useState<SigningKey | null>(null);
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    readSigningKey().then(
      (kept) => isOver || setLocked(kept),
      () => null, // Without the store nothing of Studio works, and it says so.
    );
    return () => {
      isOver = true;
    };
  }, []);
  useEffect(() => {
    let isOver = false;
    setName(null);
    if (locked) void keyName(locked.publicKey).then((named) => isOver || setName(named));
    return () => {
      isOver = true;
    };
  }, [locked]);

  const keep = async (next: LockedKey | null) => {
    await saveSigningKey(next);
    setLocked(next);
  };
  return {
    open,
    state: locked === null ? 'none' : open === null ? 'locked' : 'open',
    name,
    publicKey: locked?.publicKey ?? null,
    onMake: async (passphrase) => {
      await perform(async () => {
        const made = await makeKey(passphrase);
        await keep(made.locked);
        setOpen(made.key);
        return { text: t('studio:signing.made') };
      });
    },
    onOpen: async (passphrase) => {
      const opened = locked && (await openKey(locked, passphrase));
      if (opened) setOpen(opened);
      return opened !== null;
    },
    onLock: () => setOpen(null),
    onSave: () =>
      void perform(async () => {
        saveFile(`${JSON.stringify(locked, null, 2)}\n`, 'klucz-podpisu.json');
        return { text: t('studio:signing.saved') };
      }),
    onTake: async (file) => {
      const taken = readLockedKey(await file.slice(0, 10_000).text());
      if (!taken) return false;
      await perform(async () => {
        await keep(taken);
        return { text: t('studio:signing.taken') };
      });
      return true;
    },
    onForget: () =>
      void perform(async () => {
        const before = locked;
        await keep(null);
        setOpen(null);
        return {
          text: t('studio:signing.forgotten'),
          undo: async () => {
            await keep(before);
            return { text: t('studio:signing.isBack') };
          },
        };
      }),
    onCopy: () =>
      void perform(async () => {
        await navigator.clipboard.writeText(locked?.publicKey ?? '');
        return { text: t('studio:signing.copied') };
      }),
  };
}
