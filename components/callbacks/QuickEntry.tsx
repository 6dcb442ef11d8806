import { type FormEvent, useId, useMemo, useState } from 'react';
import type { OpeningHours } from '@/lib/calendar';
import { type CallbackChanges, dueFor, parseQuickEntry } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { momentText, phoneText } from './due-text';

/** A promise as it was typed, ready to be stored. */
export type Draft = CallbackChanges & { due: number };

export interface QuickEntryProps {
  text: string;
  onText(text: string): void;
  now: Date;
  hours: OpeningHours;
  /** „Niezwłocznie”, in working minutes. */
  promptly: number;
  /** The sign of the case that is open beside the panel; offered, never taken by itself. */
  pageSign: string | null;
  /** @returns whether it was stored; the line is emptied only then */
  onAdd(draft: Draft): Promise<boolean>;
  input: React.RefObject<HTMLInputElement | null>;
}

/** One line to note a promise in: what it is understood as stands below while it is typed, Enter stores it. */
export function QuickEntry({ text, onText, now, hours, promptly, pageSign, onAdd, input }: QuickEntryProps) {
  const id = useId();
  const [isSignTaken, takeSign] = useState(false);
  const [isEmptyTold, tellEmpty] = useState(false);
  const parsed = useMemo(() => parseQuickEntry(text, now, hours), [text, now, hours]);
  const isTyped = text.trim() !== '';
  const due = parsed.due?.getTime() ?? dueFor({ promptly, hours }, now).getTime();
  const typedSign = parsed.caseSign?.raw;
  const sign = typedSign ?? (isSignTaken && pageSign !== null ? pageSign : undefined);

  const store = async (event: FormEvent) => {
    event.preventDefault();
    tellEmpty(!isTyped);
    if (!isTyped) return;
    const { phone, extension, name, subject } = parsed;
    const isStored = await onAdd({
      due,
      ...(phone === undefined ? {} : { phone }),
      ...(extension === undefined ? {} : { extension }),
      ...(name === undefined ? {} : { name }),
      ...(subject === undefined ? {} : { subject }),
      ...(sign === undefined ? {} : { caseSign: sign }),
    });
    if (!isStored) return;
    onText('');
    takeSign(false);
  };

  return (
    <form className="quick-entry" onSubmit={store}>
      <label htmlFor={`${id}-line`}>{t('callbacks:entry.label')}</label>
      <div className="quick-entry-line">
        <input
          id={`${id}-line`}
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            tellEmpty(false);
            onText(event.target.value);
          }}
        />
        <button type="submit" className="main">
          {t('callbacks:entry.store')}
        </button>
      </div>
      <p
        id={`${id}-hint`}
        className={isEmptyTold ? 'fault' : 'soft'}
        role={isEmptyTold ? 'alert' : undefined}
      >
        {isEmptyTold ? t('callbacks:entry.empty') : t('callbacks:entry.hint')}
      </p>
      {isTyped && (
        <dl className="understood" aria-label={t('callbacks:entry.understood')}>
          <Part name={t('callbacks:field.phone')} value={phoneText(parsed) || null} />
          <Part name={t('callbacks:field.name')} value={parsed.name ?? null} />
          <Part
            name={t('callbacks:field.due')}
            value={
              parsed.due === undefined
                ? t('callbacks:entry.promptly', { time: momentText(due, now) })
                : momentText(due, now)
            }
          />
          <Part name={t('callbacks:field.subject')} value={parsed.subject ?? null} />
          {sign !== undefined && <Part name={t('callbacks:field.caseSign')} value={sign} />}
        </dl>
      )}
      {isTyped && parsed.movedToOpening !== undefined && (
        <p className="soft">
          {parsed.movedToOpening === 'past'
            ? t('callbacks:entry.past', { time: momentText(due, now) })
            : t('callbacks:entry.moved', { time: momentText(due, now) })}
        </p>
      )}
      {pageSign !== null && typedSign === undefined && (
        <button
          type="button"
          className="chip"
          aria-pressed={isSignTaken}
          onClick={() => takeSign(!isSignTaken)}
        >
          {t('callbacks:entry.takeSign', { sign: pageSign })}
        </button>
      )}
    </form>
  );
}

function Part({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={value === null ? 'soft' : undefined}>{value ?? t('callbacks:entry.none')}</dd>
    </div>
  );
}
