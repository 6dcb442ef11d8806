import { mistakesUnder, setValue } from '@/lib/draft';
import type { Profile } from '@/lib/profile';
import { weekdayName } from '../condition';
import { Field, Mistakes, NumberInput } from './Field';
import type { PartProps } from './People';
import { t } from './words';

type OpeningHours = Profile['callbacks']['hours'];
const days = [1, 2, 3, 4, 5, 6, 7] as const;
const caseSigns = ['hashed', 'as-written'] as const;

const numbers = [
  'promptly',
  'retention',
  'escalation.before',
  'escalation.every',
  'escalation.substituteAfter',
] as const;

/** When the office is open, and what a promise to call back means. */
export function Hours({ draft, edit, mistakes }: PartProps) {
  const { callbacks = {} } = draft;
  const hours: OpeningHours = callbacks.hours ?? {};
  const write = (next: OpeningHours) =>
    edit((now) => setValue(now, 'callbacks.hours', Object.keys(next).length === 0 ? undefined : next));
  const setDay = (day: (typeof days)[number], intervals: [string, string][]) => {
    const { [day]: _, ...others } = hours;
    write(intervals.length === 0 ? others : { ...others, [day]: intervals });
  };
  const written = (path: (typeof numbers)[number]) => {
    const { promptly, retention, escalation = {} } = callbacks;
    return {
      promptly,
      retention,
      'escalation.before': escalation.before,
      'escalation.every': escalation.every,
      'escalation.substituteAfter': escalation.substituteAfter,
    }[path];
  };
  return (
    <div className="hours">
      <p className="soft">{t('studio:hours.text')}</p>
      <fieldset>
        <legend>{t('studio:hours.open')}</legend>
        <ul className="days-open">
          {days.map((day) => {
            const intervals = (hours[day] ?? []) as [string, string][];
            const name = weekdayName(day, 'long');
            return (
              <li key={day}>
                <strong>{name}</strong>
                {intervals.map(([from, to], index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an interval is its place in the day
                  <span key={index} className="interval">
                    <input
                      type="time"
                      aria-label={t('studio:hours.from', { day: name })}
                      value={from}
                      onChange={({ target }) =>
                        target.value && setDay(day, intervals.with(index, [target.value, to]))
                      }
                    />
                    <span aria-hidden="true">–</span>
                    <input
                      type="time"
                      aria-label={t('studio:hours.to', { day: name })}
                      value={to}
                      onChange={({ target }) =>
                        target.value && setDay(day, intervals.with(index, [from, target.value]))
                      }
                    />
                    <button
                      type="button"
                      className="quiet"
                      aria-label={t('studio:hours.remove', { day: name, from, to })}
                      onClick={() => setDay(day, intervals.toSpliced(index, 1))}
                    >
                      ×
                    </button>
                  </span>
                ))}
                <button
                  type="button"
                  className="quiet"
                  aria-label={t('studio:hours.addTo', { day: name })}
                  onClick={() => setDay(day, [...intervals, nextInterval(intervals)])}
                >
                  + {t('studio:hours.add')}
                </button>
                <Mistakes mistakes={mistakesUnder(mistakes, `callbacks.hours.${day}`)} />
              </li>
            );
          })}
        </ul>
        {callbacks.hours === undefined && <p className="soft">{t('studio:hours.inherited')}</p>}
      </fieldset>
      <div className="pairs">
        {numbers.map((path) => (
          <NumberInput
            key={path}
            label={t(`studio:hours.${path === 'promptly' || path === 'retention' ? path : nameOf(path)}`)}
            value={written(path)}
            hint={t('studio:inherited')}
            mistakes={mistakesUnder(mistakes, `callbacks.${path}`)}
            onChange={(value) =>
              edit((now) => setValue(now, `callbacks.${path}`, value), `callbacks ${path}`)
            }
          />
        ))}
      </div>
      <div className="pairs">
        <NumberInput
          label={t('profile:label.encounterRetention')}
          hint={t('studio:inherited')}
          value={draft.encounters?.retention}
          mistakes={mistakesUnder(mistakes, 'encounters.retention')}
          onChange={(value) => edit((now) => setValue(now, 'encounters.retention', value), 'encounters')}
        />
        <Field label={t('profile:label.caseSigns')} hint={t('studio:inherited')}>
          {(control) => (
            <select
              {...control}
              value={draft.encounters?.caseSigns ?? ''}
              onChange={({ target }) =>
                edit((now) => setValue(now, 'encounters.caseSigns', target.value || undefined))
              }
            >
              <option value="" />
              {caseSigns.map((one) => (
                <option key={one} value={one}>
                  {t(`profile:caseSigns.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={callbacks.maskPhones ?? false}
          onChange={({ target }) =>
            edit((now) => setValue(now, 'callbacks.maskPhones', target.checked || undefined))
          }
        />
        <span>{t('studio:hours.maskPhones')}</span>
      </label>
    </div>
  );
}

type Escalation = Exclude<(typeof numbers)[number], 'promptly' | 'retention'>;

function nameOf(path: Escalation): 'before' | 'every' | 'substituteAfter' {
  if (path === 'escalation.before') return 'before';
  return path === 'escalation.every' ? 'every' : 'substituteAfter';
}

/** The usual day of an office, or an hour after the last interval, while the day has one. */
function nextInterval(intervals: [string, string][]): [string, string] {
  const last = intervals.at(-1)?.[1];
  if (last === undefined) return ['08:00', '16:00'];
  const hour = Math.min(Number(last.slice(0, 2)) + 1, 22);
  return [`${String(hour).padStart(2, '0')}:00`, `${String(hour + 1).padStart(2, '0')}:00`];
}
