import { useId } from 'react';
import type { Aged } from '@/lib/ageing';
import { dateOfDay } from '@/lib/calendar';
import { translate as t } from '@/lib/i18n';
import { agedText, type SystemNames } from '../condition';

/** A reminder in force whose condition has aged. */
interface AgedReminder {
  aged: Aged;
  text: string;
}

export interface AgedPartProps {
  reminders: readonly AgedReminder[];
  systems: SystemNames;
  onCopy(text: string): void;
}

/** Reminders that have stopped coming because the web system has changed, and whom to tell; nothing where there are none. */
export function AgedPart({ reminders, systems, onCopy }: AgedPartProps) {
  const title = useId();
  if (reminders.length === 0) return null;
  return (
    <section className="aged" aria-labelledby={title}>
      <h3 id={title}>{t('profile:aged.title')}</h3>
      <p>{t('profile:aged.whom')}</p>
      <ul>
        {reminders.map(({ aged, text }) => (
          <li key={aged.reminderId}>
            <strong lang="pl">{text}</strong>
            <p className="soft">{agedText(aged, systems)}</p>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => onCopy(forLead(reminders))}>
        {t('profile:aged.copy')}
      </button>
      <p className="soft">{t('profile:aged.copyNote')}</p>
    </section>
  );
}

/** A line for each: its id, and the day since which nothing matches. How much anybody worked stands in none. */
function forLead(reminders: readonly AgedReminder[]): string {
  const lines = reminders.map(({ aged: { reminderId, since } }) =>
    t('profile:aged.line', { id: reminderId, day: isoOf(since) }),
  );
  return [t('profile:aged.title'), ...lines].join('\n');
}

function isoOf(day: number): string {
  const { year, month, day: date } = dateOfDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
