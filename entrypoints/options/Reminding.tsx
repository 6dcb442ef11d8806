import { useEffect, useMemo, useState } from 'react';
import type { Perform } from '@/components/notice';
import { layersOf } from '@/components/profile';
import { RemindingSection } from '@/components/reminding';
import { translate as t } from '@/lib/i18n';
import { sendToBackground } from '@/lib/messaging';
import { baseProfile } from '@/lib/profile';
import {
  changeRemindingTrial,
  type RemindingTrial,
  readRemindingTrial,
  saveClerk,
  watchRemindingTrial,
} from '@/lib/store';
import { shownProfiles } from './shown-profiles';
import { tellCallbacks } from './tell-settings';
import type { Settings } from './use-settings';

/** „Oddzwonienia”: how far one puts off, when one is told, and whether one would see it. */
export function Reminding({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, profiles, policy, profileAddress } = settings;
  const trial = useTrial();
  const layers = useMemo(
    () => layersOf(baseProfile(), shownProfiles(profiles, policy, profileAddress)),
    [profiles, policy, profileAddress],
  );
  const keep = async (snoozes: readonly number[]) => {
    await saveClerk({ snoozes });
    return { text: t('options:saved') };
  };
  return (
    <RemindingSection
      snoozes={clerk.snoozes}
      onSnoozes={(snoozes) =>
        perform(async () => ({ ...(await keep(snoozes)), undo: () => keep(clerk.snoozes) }))
      }
      layers={layers}
      language={clerk.language}
      trial={trial === null ? 'none' : trial.shownAt === undefined ? 'waiting' : 'shown'}
      onTry={() =>
        perform(async () => {
          await sendToBackground('panel→background: try-reminding', null);
          return null;
        })
      }
      onSeen={() =>
        perform(async () => {
          await changeRemindingTrial(() => null);
          tellCallbacks();
          return null;
        })
      }
    />
  );
}

function useTrial(): RemindingTrial | null {
  const [trial, setTrial] = useState<RemindingTrial | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const read = () => {
      readRemindingTrial().then(
        (found) => !stop.signal.aborted && setTrial(found),
        () => null, // Nothing is shown of a trial that cannot be read; another one may be begun.
      );
    };
    watchRemindingTrial(read, stop.signal);
    read();
    return () => stop.abort();
  }, []);
  return trial;
}
