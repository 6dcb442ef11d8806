import { useCallback, useEffect, useState } from 'react';
import { KeptTable, type Measuring } from '@/components/own-data';
import { layersOf } from '@/components/profile';
import { baseProfile, originsOf } from '@/lib/profile';
import { historyDays, measureStored } from '@/lib/store';
import { shownProfiles } from './shown-profiles';
import type { Settings } from './use-settings';

/** What is kept on this computer. */
export function Kept({ settings }: { settings: Settings }) {
  const { clerk, counts, profile, profiles, policy, profileAddress } = settings;
  const days = { callbacks: profile.callbacks.retention, encounters: profile.encounters.retention };
  const [measuring, measure] = useMeasuring(days, counts);
  const { values } = originsOf(layersOf(baseProfile(), shownProfiles(profiles, policy, profileAddress)));
  return (
    <KeptTable
      hasClerk={clerk.name !== ''}
      counts={{ ...counts, profiles: profiles.length }}
      days={{ ...days, events: historyDays }}
      saidBy={{
        callbacks: values['callbacks.retention'] ?? 'base',
        encounters: values['encounters.retention'] ?? 'base',
      }}
      measuring={measuring}
      onMeasure={measure}
      now={new Date()}
      language={clerk.language}
    />
  );
}

/** Measures anew whenever another count is shown; what was measured stays until then. */
function useMeasuring(
  { callbacks, encounters }: { callbacks: number; encounters: number },
  counts: Settings['counts'],
): [Measuring, () => Promise<void>] {
  const [measuring, setMeasuring] = useState<Measuring>({ kind: 'measuring' });
  const measure = useCallback(async () => {
    setMeasuring(await measured({ callbacks, encounters }));
  }, [callbacks, encounters]);
  const shown = JSON.stringify(counts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count is another size
  useEffect(() => void measure(), [measure, shown]);
  return [measuring, measure];
}

async function measured(days: { callbacks: number; encounters: number }): Promise<Measuring> {
  try {
    const [of, disk] = await Promise.all([measureStored(days), diskOf()]);
    return { kind: 'measured', of, disk };
  } catch {
    return { kind: 'failed' };
  }
}

/** Null where the browser does not tell. */
async function diskOf(): Promise<{ taken: number; room: number } | null> {
  const told = await navigator.storage.estimate().catch(() => null);
  if (told?.usage === undefined || told.quota === undefined) return null;
  return { taken: told.usage, room: told.quota };
}
