import { useMemo } from 'react';
import type { Notice, Perform } from '@/components/notice';
import { ProfileSection, whyNotText } from '@/components/profile';
import { agedOf } from '@/lib/ageing';
import { warsawDay } from '@/lib/calendar';
import { translate as t } from '@/lib/i18n';
import { sendToBackground } from '@/lib/messaging';
import { systemNames } from '@/lib/page';
import { addressRules, patternOf } from '@/lib/permissions';
import { baseProfile } from '@/lib/profile';
import { freshAddress } from '@/lib/profile-address';
import {
  changeProfileAddress,
  dropProfile,
  putBackProfile,
  type TakenLayer,
  type TakenProfile,
  takeProfile,
} from '@/lib/store';
import { shownProfiles } from './shown-profiles';
import { askFor } from './sites';
import { tellProfile } from './tell-settings';
import type { Settings } from './use-settings';

/** The profile of the office and of the referat: from a file, from an address, from the administrator's policy. */
export function OfficeProfile({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, profiles, policy, profileAddress } = settings;
  const kept = useMemo(
    () => shownProfiles(profiles, policy, profileAddress),
    [profiles, policy, profileAddress],
  );
  const fetchNow = () => void sendToBackground('panel→background: fetch-profile', null).catch(() => null);
  return (
    <ProfileSection
      base={baseProfile()}
      kept={kept}
      language={clerk.language}
      now={new Date()}
      policy={{ ...policy, readAt: policy.readAt === null ? null : new Date(policy.readAt) }}
      address={profileAddress}
      aged={{
        reminders: agedReminders(settings, new Date()),
        systems: systemNames(settings.profile.systems),
        onCopy: (text) =>
          void perform(async () => {
            await navigator.clipboard.writeText(text);
            return { text: t('profile:aged.copied') };
          }),
      }}
      onLookAtPolicy={async () => void (await sendToBackground('panel→background: look-at-policy', null))}
      onFetch={fetchNow}
      onAddress={(address) => {
        const asked = askFor(patternOf(new URL(address), addressRules));
        void perform(async () => {
          const isGiven = await asked.catch(() => false);
          await changeProfileAddress((state) =>
            state?.address === address ? state : freshAddress(address, false),
          );
          fetchNow();
          return { text: isGiven ? t('profile:address.following') : t('profile:address.notPermitted') };
        });
      }}
      onGiveUpAddress={() =>
        void perform(async () => {
          await changeProfileAddress((state) => (state?.isManaged ? state : null));
          return {
            text: t('profile:address.gaveUp'),
            undo: async () => {
              if (profileAddress) await changeProfileAddress((state) => state ?? profileAddress);
              return { text: t('profile:address.following') };
            },
          };
        })
      }
      onTake={async (layer, file, fileName) => {
        let isTaken = false;
        await perform(async () => {
          const taking = await takeProfile(
            layer,
            file,
            { kind: 'file', name: fileName },
            new Date(),
            clerk.language,
          );
          isTaken = taking.ok;
          if (!taking.ok) return { text: whyNotText(taking) };
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

/** Reminders of the office's own profiles whose condition has aged, as they are in force. */
function agedReminders({ profile, profiles, ageing }: Settings, now: Date) {
  const own = new Set(profiles.flatMap(({ read }) => read?.profile.reminders ?? []).map(({ id }) => id));
  return profile.reminders.flatMap((reminder) => {
    const aged = own.has(reminder.id) ? agedOf(ageing, reminder, warsawDay(now)) : null;
    return aged ? [{ aged, text: reminder.text }] : [];
  });
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
