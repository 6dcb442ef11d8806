import { useId, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { RestingReminder } from './now-model';
import { Reasons } from './ReminderItem';

export interface RestingProps {
  resting: RestingReminder[];
  onSwitchOn(reminder: RestingReminder): void;
}

/** What is not shown now; made only when somebody looks. */
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
        <ul id={id}>
          {resting.map((reminder) => (
            <RestingItem key={reminder.id} reminder={reminder} onSwitchOn={() => onSwitchOn(reminder)} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Fifty with all their reasons would be thirty screens: each says why when it is asked. */
function RestingItem({ reminder, onSwitchOn }: { reminder: RestingReminder; onSwitchOn(): void }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const titleId = `${id}-title`;
  return (
    <li className="resting">
      <h3 id={titleId} lang="pl">
        {reminder.text}
      </h3>
      <div className="row">
        {reminder.isSwitchedOff && (
          <button type="button" aria-describedby={titleId} onClick={onSwitchOn}>
            {t('panel:resting.switchOn')}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-describedby={titleId}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('panel:card.why')}
        </button>
      </div>
      {isOpen && <Reasons id={id} why={reminder.why} />}
    </li>
  );
}
