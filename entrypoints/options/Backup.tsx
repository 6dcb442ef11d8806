import '@/components/backup/backup.css';
import { BackupSection, RestoreSection, t } from '@/components/backup';
import type { Perform } from '@/components/notice';
import {
  type Edges,
  namesIn,
  type Backup as OpenedBackup,
  planRestore,
  type RestorePlan,
} from '@/lib/backup';
import type { Profile } from '@/lib/profile';
import {
  historyDays,
  isStoreFailure,
  type KeptData,
  marksOf,
  noteBackupTimes,
  readKept,
  restoreKept,
  takeCopiedProfiles,
  takeRestoredBack,
} from '@/lib/store';
import { keepRestored, useLastRestored } from './last-restored';
import { tellCallbacks, tellProfile } from './tell-settings';
import type { Settings } from './use-settings';

const now = () => new Date();

/** A copy of what is kept, and the way back from one. */
export function Backup({ settings, perform }: { settings: Settings; perform: Perform }) {
  return (
    <>
      <BackupSection
        times={settings.backup}
        callbacks={settings.counts.callbacks}
        now={now}
        onRead={readKept}
        onMade={async (at) => {
          // The copy is made, also of a store in which this cannot be noted.
          await noteBackupTimes({ madeAt: at.getTime() }).catch((error: unknown) => {
            if (!isStoreFailure(error)) throw error;
          });
        }}
        onPutOff={() =>
          perform(async () => {
            await noteBackupTimes({ putOffAt: now().getTime() });
            return null;
          })
        }
        onOffer={() =>
          perform(async () => {
            await noteBackupTimes({ isDeclined: false });
            return null;
          })
        }
      />
      <Restore profile={settings.profile} perform={perform} />
    </>
  );
}

function Restore({ profile, perform }: { profile: Profile; perform: Perform }) {
  const restored = useLastRestored();
  const planner = async ({ kept, madeAt }: OpenedBackup, takesDoubtful?: boolean) => {
    const marks = await marksOf(namesIn(kept));
    return (standing: KeptData) => {
      const at = now();
      return planRestore(kept, standing, edgesOf(profile, at), { madeAt, now: at, takesDoubtful, marks });
    };
  };
  const planned = async (copy: OpenedBackup, takesDoubtful?: boolean) => {
    const plan = await planner(copy, takesDoubtful);
    return plan(await readKept());
  };
  const restore = async (copy: OpenedBackup, takesDoubtful: boolean): Promise<boolean> => {
    let isRestored = false;
    await perform(async () => {
      let profiles: RestorePlan['profiles'] = [];
      const plan = await planner(copy, takesDoubtful);
      const written = await restoreKept((standing) => {
        const decided = plan(standing);
        profiles = decided.profiles;
        return decided;
      });
      keepRestored(written);
      isRestored = true;
      const areTaken = await takeCopiedProfiles(profiles, written, now());
      tellAll();
      return { text: areTaken ? t('backup:restore.done') : t('backup:restore.doneButProfiles') };
    });
    return isRestored;
  };
  const undo = () =>
    perform(async () => {
      if (!restored) return null;
      const stay = await takeRestoredBack(restored);
      keepRestored(null);
      tellAll();
      return {
        text: stay === 0 ? t('backup:restore.undone') : t('backup:restore.undoneButSome', { number: stay }),
      };
    });
  return (
    <RestoreSection
      now={now}
      onPlan={planned}
      onRestore={restore}
      onUndo={restored ? () => void undo() : undefined}
    />
  );
}

/** What would be erased by its retention today is not brought back. */
function edgesOf({ callbacks, encounters }: Profile, at: Date): Edges {
  const daysAgo = (days: number) => at.getTime() - days * 86_400_000;
  return {
    callbacks: daysAgo(callbacks.retention),
    encounters: daysAgo(encounters.retention),
    history: daysAgo(historyDays),
  };
}

/** What the background, strips and readers go by has changed. */
function tellAll(): void {
  tellCallbacks();
  tellProfile();
}
