import { type FormEvent, useId, useState } from 'react';
import { translate as t } from '@/lib/i18n';

/** More than these would not stand side by side in a narrow panel. */
const most = 6;
/** A working day; what is later has a time of its own. */
const longest = 480;

interface SnoozeLengthsProps {
  snoozes: readonly number[];
  onSnoozes(snoozes: number[]): void;
}

/** How far „Odłóż na” puts a call off, beside the next morning and afternoon. */
export function SnoozeLengths({ snoozes, onSnoozes }: SnoozeLengthsProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const minutes = Number(typed.trim());
  const fault = faultOf(typed, minutes, snoozes);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault !== null) return;
    onSnoozes([...snoozes, minutes].sort((a, b) => a - b));
    setTyped('');
    setAsked(false);
  };
  const isFault = isAsked && fault !== null;
  return (
    <>
      {snoozes.length === 0 ? (
        <p className="soft">{t('options:reminding.snooze.none')}</p>
      ) : (
        <ul className="list">
          {snoozes.map((one) => (
            <li key={one}>
              <span>{t('options:reminding.snooze.minutes', { count: one })}</span>
              <button
                type="button"
                aria-label={t('options:reminding.snooze.removeOf', {
                  length: t('options:reminding.snooze.minutes', { count: one }),
                })}
                onClick={() => onSnoozes(snoozes.filter((each) => each !== one))}
              >
                {t('options:reminding.snooze.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="address" noValidate onSubmit={add}>
        <label htmlFor={id}>{t('options:reminding.snooze.label')}</label>
        <div className="row">
          <input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-invalid={isFault}
            aria-describedby={isFault ? `${id}-fault` : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit">{t('options:reminding.snooze.add')}</button>
        </div>
        {isFault && (
          <p id={`${id}-fault`} className="fault" role="alert">
            {fault}
          </p>
        )}
      </form>
    </>
  );
}

function faultOf(typed: string, minutes: number, snoozes: readonly number[]): string | null {
  if (typed.trim() === '' || !Number.isInteger(minutes) || minutes < 1 || minutes > longest)
    return t('options:reminding.snooze.bad', { longest });
  if (snoozes.includes(minutes)) return t('options:reminding.snooze.same');
  if (snoozes.length >= most) return t('options:reminding.snooze.many', { most });
  return null;
}
