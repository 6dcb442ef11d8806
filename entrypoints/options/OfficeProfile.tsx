import { useMemo } from 'react';
import type { Notice, Perform } from '@/components/notice';
import { ProfileSection } from '@/components/profile';
import { translate as t } from '@/lib/i18n';
import { baseProfile } from '@/lib/profile';
import { dropProfile, putBackProfile, type TakenLayer, type TakenProfile, takeProfile } from '@/lib/store';
import { shownProfiles } from './shown-profiles';
import { tellProfile } from './tell-settings';
import type { Settings } from './use-settings';

/** The profile of the office and of the referat, taken from a file and taken back. */
export function OfficeProfile({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, profiles } = settings;
  const kept = useMemo(() => shownProfiles(profiles), [profiles]);
  return (
    <ProfileSection
      base={baseProfile()}
      kept={kept}
      language={clerk.language}
      onTake={async (layer, source, fileName) => {
        let isTaken = false;
        await perform(async () => {
          const taking = await takeProfile(layer, source, { kind: 'file', name: fileName }, new Date());
          isTaken = taking.ok;
          if (!taking.ok) return { text: t('profile:notTaken') };
          tellProfile();
          return { text: t('profile:isTaken'), undo: () => putBack(layer, taking.before, taking.taken) };
        });
        return isTaken;
      }}
      onDrop={(layer) =>
        perform(async () => {
          const dropped = await dropProfile(layer);
          tellProfile();
          return { text: t('profile:dropped'), undo: () => putBack(layer, dropped, null) };
        })
      }
    />
  );
}

async function putBack(
  layer: TakenLayer,
  before: TakenProfile | null,
  instead: TakenProfile | null,
): Promise<Notice> {
  const isBack = await putBackProfile(layer, before, instead);
  tellProfile();
  return { text: isBack ? t('profile:putBack') : t('profile:notPutBack') };
}
