import { useEffect, useRef } from 'react';
import { type DraftReminder, type Fields, mistakesUnder } from '@/lib/draft';
import type { SentenceField as Fact, ProfileError } from '@/lib/profile';
import { channels, moments } from '@/lib/standard';
import type { SystemNames } from '../condition';
import { ConditionEditor } from './ConditionEditor';
import { Field, Mistakes, NumberInput } from './Field';
import { ProvisionPicker } from './ProvisionPicker';
import { SentenceField } from './SentenceField';
import { t } from './words';

export interface ReminderCardProps {
  reminder: DraftReminder;
  /** Its place in the file, for the mistakes. */
  path: string;
  mistakes: readonly ProfileError[];
  facts: Partial<Record<Fact, string>>;
  systems: SystemNames;
  isLocked: boolean;
  /** What the bench says of it now, in words; null where it says nothing. */
  verdict: string | null;
  /** A new one is written at once. */
  isNew: boolean;
  onChange(fields: Fields<DraftReminder>, mark: string | null): void;
  onLock(locked: boolean): void;
  onCopy(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  onClose(): void;
}

const longest = 120;
const spans = ['encounter', 'case', 'day', 'week'] as const;
const times = [1, 2, 3, 4, 5] as const;

/** All that is said of one reminder, on one card. */
export function ReminderCard(props: ReminderCardProps) {
  const { reminder, path, mistakes, facts, systems, isLocked, verdict, isNew, onChange } = props;
  const { text, cadence = {}, where = 'page', priority = 5 } = reminder;
  const at = (field: string) => mistakesUnder(mistakes, `${path}.${field}`);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  const withCadence = (fields: Fields<NonNullable<DraftReminder['cadence']>>, mark: string | null) => {
    const next = { ...cadence, ...fields };
    const { repeat, atMost, coolDown } = next;
    onChange(
      {
        cadence: {
          ...(repeat === undefined ? {} : { repeat }),
          ...(atMost === undefined ? {} : { atMost }),
          ...(coolDown === undefined ? {} : { coolDown }),
        },
      },
      mark,
    );
  };
  const atMost = cadence.atMost;
  const counts = atMost && !times.some((one) => one === atMost.times) ? [...times, atMost.times] : times;
  return (
    <section className="card" aria-label={t('studio:card.name')}>
      <Field label={t('studio:card.text')} hint={t('studio:card.textHint')} mistakes={at('text')}>
        {(control) => (
          <>
            <textarea
              {...control}
              ref={first}
              lang="pl"
              rows={2}
              value={text}
              onChange={({ target }) => onChange({ text: target.value.replaceAll('\n', ' ') }, 'text')}
            />
            <p className={text.length > longest ? 'fault counter' : 'soft counter'}>
              {t('studio:card.length', { count: text.length, most: longest })}
            </p>
          </>
        )}
      </Field>
      <ConditionEditor
        condition={reminder.when}
        path={`${path}.when`}
        mistakes={at('when')}
        systems={systems}
        onChange={(when, mark) => onChange({ when }, mark && `when ${mark}`)}
      />
      {verdict !== null && (
        <p className="verdict" role="status">
          {t('studio:bench.here', { verdict })}
        </p>
      )}
      <SentenceField
        label={t('studio:card.say')}
        hint={t('studio:card.sayHint')}
        value={reminder.say}
        facts={facts}
        mistakes={at('say')}
        onChange={(say) => onChange({ say }, 'say')}
      />
      <ProvisionPicker
        chosen={reminder.provisions}
        moment={reminder.moment}
        mistakes={at('provisions')}
        onChange={(provisions) => onChange({ provisions }, null)}
      />
      <div className="pairs">
        <Field label={t('studio:card.moment')} mistakes={at('moment')}>
          {(control) => (
            <select
              {...control}
              value={reminder.moment}
              onChange={({ target }) =>
                onChange({ moment: moments.find((one) => one === target.value) ?? 'greeting' }, null)
              }
            >
              {moments.map((moment) => (
                <option key={moment} value={moment}>
                  {t(`common:moment.${moment}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('studio:card.where')}>
          {(control) => (
            <select
              {...control}
              value={where}
              onChange={({ target }) =>
                onChange({ where: target.value === 'panel' ? 'panel' : 'page' }, null)
              }
            >
              <option value="page">{t('studio:card.where_page')}</option>
              <option value="panel">{t('studio:card.where_panel')}</option>
            </select>
          )}
        </Field>
        <Field label={t('studio:card.repeat')}>
          {(control) => (
            <select
              {...control}
              value={cadence.repeat ?? 'fading'}
              onChange={({ target }) =>
                withCadence({ repeat: target.value === 'always' ? 'always' : undefined }, null)
              }
            >
              <option value="fading">{t('studio:card.repeat_fading')}</option>
              <option value="always">{t('studio:card.repeat_always')}</option>
            </select>
          )}
        </Field>
        <Field label={t('studio:card.priority')} mistakes={at('priority')}>
          {(control) => (
            <select
              {...control}
              value={priority}
              onChange={({ target }) => onChange({ priority: Number(target.value) }, null)}
            >
              {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => (
                <option key={count} value={count}>
                  {t(`studio:card.priority_${count < 5 ? 'low' : count === 5 ? 'plain' : 'high'}`, { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('studio:card.atMost')} mistakes={at('cadence.atMost')}>
          {(control) => (
            <select
              {...control}
              value={atMost?.times ?? ''}
              onChange={({ target }) =>
                withCadence(
                  {
                    atMost:
                      target.value === ''
                        ? undefined
                        : { times: Number(target.value), per: atMost?.per ?? 'encounter' },
                  },
                  null,
                )
              }
            >
              <option value="">{t('studio:card.atMostNone')}</option>
              {counts.map((count) => (
                <option key={count} value={count}>
                  {t('studio:card.times', { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        {atMost && (
          <Field label={t('studio:card.per')}>
            {(control) => (
              <select
                {...control}
                value={atMost.per}
                onChange={({ target }) =>
                  withCadence(
                    { atMost: { ...atMost, per: spans.find((one) => one === target.value) ?? 'encounter' } },
                    null,
                  )
                }
              >
                {spans.map((span) => (
                  <option key={span} value={span}>
                    {t(`studio:card.per_${span}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <NumberInput
          label={t('studio:card.coolDown')}
          value={cadence.coolDown}
          mistakes={at('cadence.coolDown')}
          onChange={(coolDown) => withCadence({ coolDown }, 'coolDown')}
        />
      </div>
      <fieldset className="checks">
        <legend>{t('studio:card.channels')}</legend>
        <div className="row">
          {channels.map((channel) => (
            <label key={channel} className="check">
              <input
                type="checkbox"
                checked={reminder.channels?.includes(channel) ?? false}
                onChange={({ target }) => {
                  const on = channels.filter((one) =>
                    one === channel ? target.checked : reminder.channels?.includes(one),
                  );
                  onChange({ channels: on.length > 0 ? on : undefined }, null);
                }}
              />
              <span>{t(`common:channel.${channel}`)}</span>
            </label>
          ))}
        </div>
        <p className="soft">{t('studio:card.channelsHint')}</p>
        <Mistakes mistakes={at('channels')} />
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={isLocked} onChange={({ target }) => props.onLock(target.checked)} />
        <span>{t('studio:card.lock')}</span>
      </label>
      <Mistakes mistakes={at('id')} />
      <div className="row">
        <button type="button" onClick={props.onClose}>
          {t('studio:card.close')}
        </button>
        <button type="button" onClick={props.onCopy}>
          {t('studio:card.copy')}
        </button>
        <button type="button" onClick={() => props.onMove(-1)}>
          {t('studio:card.up')}
        </button>
        <button type="button" onClick={() => props.onMove(1)}>
          {t('studio:card.down')}
        </button>
        <button type="button" className="danger" onClick={props.onRemove}>
          {t('studio:card.remove')}
        </button>
      </div>
    </section>
  );
}
