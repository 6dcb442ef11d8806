import { type FormEvent, useId, useRef, useState } from 'react';
import { fromWarsaw, type OpeningHours, warsawParts } from '@/lib/calendar';
import {
  type Callback,
  type CallbackChanges,
  type CallbackReason,
  dueFor,
  parseQuickEntry,
} from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { phoneText } from './due-text';
import { reasonName } from './reason-name';

export interface CallbackFormProps {
  /** The promise that is changed; absent for a new one. */
  callback?: Callback;
  now: Date;
  hours: OpeningHours;
  promptly: number;
  /** True where a number is covered while nobody types in its field. */
  maskPhones: boolean;
  /** Names of the directory, for whom it may be. */
  colleagues: string[];
  /** The sign of the case that is open beside the panel; offered, never taken by itself. */
  pageSign: string | null;
  /** @returns whether it was stored; what was typed stays otherwise */
  onStore(changes: CallbackChanges & { due: number }): Promise<boolean>;
  onLeave(): void;
}

const reasons = ['unfinished', 'missed', 'client-at-desk', 'colleague-absent', 'must-check'] as const;

/** Everything a promise holds, one field each; the same form for a new one and to change one. */
export function CallbackForm(props: CallbackFormProps) {
  const { callback, now, hours, promptly, colleagues, pageSign, onStore, onLeave } = props;
  const sign = useRef<HTMLInputElement>(null);
  const id = useId();
  // As it was when the form was opened: an hour that passes must not change what is typed.
  const [start] = useState(() => wallOf(callback?.due ?? dueFor({ promptly, hours }, now).getTime()));
  const [isFaulty, setFaulty] = useState(false);

  const store = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const text = (name: string) => String(typed.get(name) ?? '').trim();
    const due = momentOf(text('due'));
    const hasWhom = text('phone') !== '' || text('name') !== '' || text('subject') !== '';
    setFaulty(due === null || !hasWhom);
    if (due === null || !hasWhom) return;
    const read = parseQuickEntry(text('phone'), now, hours);
    const isNumber = read.phone !== undefined && read.subject === undefined && read.name === undefined;
    const isStored = await onStore({
      phone: (isNumber && read.phone) || text('phone'),
      extension: (isNumber && read.extension) || '',
      name: text('name'),
      subject: text('subject'),
      caseSign: text('caseSign'),
      colleague: text('colleague'),
      note: text('note'),
      reason: text('reason') as CallbackReason,
      // The field shows minutes; a time that was not touched stays as it is.
      due: callback && text('due') === start ? callback.due : due,
    });
    if (isStored) onLeave();
  };

  const field = (
    name: 'phone' | 'name' | 'subject' | 'caseSign' | 'colleague',
    label: string,
    value = '',
  ) => (
    <p className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className={name === 'phone' && props.maskPhones ? 'is-covered' : undefined}
        name={name}
        type="text"
        autoComplete="off"
        defaultValue={value}
        ref={name === 'caseSign' ? sign : undefined}
        list={name === 'colleague' ? `${id}-colleagues` : undefined}
      />
    </p>
  );
  return (
    <form
      className="callback-form"
      aria-label={callback ? t('callbacks:form.edit') : t('callbacks:form.new')}
      onSubmit={store}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      {field('phone', t('callbacks:field.phone'), callback && phoneText(callback))}
      {field('name', t('callbacks:field.name'), callback?.name)}
      <p className="field">
        <label htmlFor={`${id}-due`}>{t('callbacks:field.due')}</label>
        <input id={`${id}-due`} name="due" type="datetime-local" defaultValue={start} />
      </p>
      {field('subject', t('callbacks:field.subject'), callback?.subject)}
      {field('caseSign', t('callbacks:field.caseSign'), callback?.caseSign)}
      {pageSign !== null && callback?.caseSign !== pageSign && (
        <button
          type="button"
          className="chip"
          onClick={() => {
            if (sign.current) sign.current.value = pageSign;
            sign.current?.focus();
          }}
        >
          {t('callbacks:entry.takeSign', { sign: pageSign })}
        </button>
      )}
      <p className="field">
        <label htmlFor={`${id}-reason`}>{t('callbacks:field.reason')}</label>
        <select id={`${id}-reason`} name="reason" defaultValue={callback?.reason ?? 'unfinished'}>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {reasonName(reason)}
            </option>
          ))}
        </select>
      </p>
      {field('colleague', t('callbacks:field.colleague'), callback?.colleague)}
      <datalist id={`${id}-colleagues`}>
        {colleagues.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="field">
        <label htmlFor={`${id}-note`}>{t('callbacks:field.note')}</label>
        <textarea id={`${id}-note`} name="note" rows={2} defaultValue={callback?.note} />
      </p>
      {isFaulty && (
        <p className="fault" role="alert">
          {t('callbacks:form.fault')}
        </p>
      )}
      <div className="row">
        <button type="submit" className="main">
          {t('callbacks:form.store')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('callbacks:form.leave')}
        </button>
      </div>
    </form>
  );
}

const two = (value: number) => String(value).padStart(2, '0');

/** Warsaw's wall as a field of date and time holds it. */
function wallOf(at: number): string {
  const { year, month, day, hour, minute } = warsawParts(new Date(at));
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

function momentOf(wall: string): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wall.split(/\D/).map(Number);
  try {
    return fromWarsaw({ year, month, day, hour, minute }).getTime();
  } catch {
    return null; // An empty field, or a date that the calendar does not have.
  }
}
