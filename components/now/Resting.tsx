import { useId, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { RestingReminder } from './now-model';
import { Reasons } from './ReminderItem';

export interface RestingProps {
  resting: RestingReminder[];
  onSwitchOn(reminder: RestingReminder): void;
}

/** What is not shown now, and why; made only when somebody looks. */
export function Resting({ resting, onSwitchOn }: RestingProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (resting.length === 0) return null;
  return (
    <section className="group" aria-labelledby={`${id}-name`}>
      <h2>
        <button
          type="button"
          className="group-name is-quiet"
          id={`${id}-name`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span>{t('panel:resting.name')}</span>
          <span className="count">{resting.length}</span>
        </button>
      </h2>
      {isOpen && (
        <ul className="cards" id={id}>
          {resting.map((reminder) => (
            <li key={reminder.id} className="card is-resting">
              <h3 lang="pl">{reminder.text}</h3>
              <Reasons why={reminder.why} />
              {reminder.isSwitchedOff && (
                <button type="button" onClick={() => onSwitchOn(reminder)}>
                  {t('panel:resting.switchOn')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
