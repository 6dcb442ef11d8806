import { useEffect, useState } from 'react';
import type { Encounter } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';

export interface EncounterBarProps {
  encounter: Encounter | null;
  onStart(): void;
  onEnd(): void;
}

/** Begins and ends the service of one client, and shows how long it has lasted. */
export function EncounterBar({ encounter, onStart, onEnd }: EncounterBarProps) {
  // One button for both, so that the focus stays where it is when it is pressed.
  return (
    <div className="encounter">
      {encounter && (
        <p>
          {t('panel:encounter.running')} <Elapsed since={encounter.startedAt} />
        </p>
      )}
      <button type="button" className={encounter ? '' : 'main'} onClick={encounter ? onEnd : onStart}>
        {encounter ? t('panel:encounter.end') : t('panel:encounter.start')}
      </button>
    </div>
  );
}

/** A timer is not announced each second: `role="timer"` is silent unless asked for. */
function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <span role="timer" className="elapsed" aria-label={t('panel:encounter.elapsed')}>
      {clockText(now - since)}
    </span>
  );
}

/** `04:07`, `1:02:09`; a clock set back gives `00:00`. @param span in milliseconds */
export function clockText(span: number): string {
  const seconds = Math.max(0, Math.floor(span / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
