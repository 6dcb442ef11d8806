import type { ReactNode } from 'react';
import type { Notice, Perform } from '@/components/notice';
import { BackupOffer } from '@/components/now';
import { type BackupTimes, isBackupDue } from '@/lib/backup';
import { translate as t } from '@/lib/i18n';
import { noteBackupTimes } from '@/lib/store';
import { undone } from './actions';
import type { Desk } from './use-desk';

/** The weekly offer of a copy; none while a client is served or waits. */
export function useBackupOffer(desk: Desk, now: Date, perform: Perform, onMake: () => void): ReactNode {
  const { backup, promises, encounter, setAside } = desk;
  const isServing = encounter !== null || setAside.length > 0;
  if (isServing || !isBackupDue(backup, promises, now)) return null;
  return (
    <BackupOffer
      wasEverMade={backup.madeAt !== undefined}
      onMake={onMake}
      onPutOff={() => perform(() => noteOf(backup, { putOffAt: Date.now() }, t('panel:backup.toldPutOff')))}
      onNever={() => perform(() => noteOf(backup, { isDeclined: true }, t('panel:backup.toldNever')))}
    />
  );
}

async function noteOf(before: BackupTimes, parts: BackupTimes, text: string): Promise<Notice> {
  await noteBackupTimes(parts);
  return {
    text,
    undo: async () => {
      const { putOffAt = 0, isDeclined = false } = before;
      await noteBackupTimes({ putOffAt, isDeclined });
      return undone();
    },
  };
}
