import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { OpeningHours } from '@/lib/calendar';
import { type Callback, type EscalationRules, groupDue, isSettled, searchCallbacks } from '@/lib/callbacks';
import type { Entry } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import { type Introduction, IntroductionSentence } from '../introduction';
import type { ClerkFacts } from '../passing';
import { CallbackForm } from './CallbackForm';
import { CallbackList } from './CallbackList';
import { CallbackRow, type RowDeeds } from './CallbackRow';
import { phoneText, spelledEnd } from './due-text';
import { type Draft, QuickEntry } from './QuickEntry';

export interface CallbacksTabProps extends RowDeeds {
  /** All promises; null until they are read. */
  callbacks: Callback[] | null;
  now: Date;
  hours: OpeningHours;
  promptly: number;
  /** True where a client's number is covered until it is asked for. */
  maskPhones: boolean;
  /** Days that what is settled is kept. */
  retention: number;
  escalation: Omit<EscalationRules, 'hours'>;
  snoozes: readonly number[];
  directory: readonly Entry[];
  clerk: ClerkFacts;
  pageSign: string | null;
  /** How a call begins (sok.telefon-do-klienta.1). */
  introduction: Introduction;
  /** The promise whose client is being called. */
  calling: Callback | null;
  onCallOver(): void;
  entry: string;
  onEntry(text: string): void;
  onAdd(draft: Draft): Promise<boolean>;
  /** Grows each time the line is to have the focus. */
  entryAsked: number;
  /** The part that gives promises away, takes them and saves them; it stands while it is open. */
  handOver: { isOpen: boolean; onOpen(isOpen: boolean): void; part: ReactNode };
}

/** „Oddzwonienia”: to note a promise in one line, and to keep those that stand. */
export function CallbacksTab(props: CallbacksTabProps) {
  const { callbacks, now, calling, entryAsked, handOver } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isFormOpen, openForm] = useState(false);
  const [isSettledShown, showSettled] = useState(false);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const listed = useMemo(
    () => callbacks?.filter((callback) => isSettled(callback) === isSettledShown) ?? [],
    [callbacks, isSettledShown],
  );
  // Made ready when the field is gone to, so that the first key need not wait for it.
  const [isSearched, expectSearch] = useState(false);
  const search = useMemo(() => (isSearched ? searchCallbacks(listed) : null), [isSearched, listed]);
  const found = useMemo(() => search?.find(asked) ?? listed, [search, asked, listed]);
  const groups = useMemo(() => groupDue(found, now), [found, now]);
  useEffect(() => {
    if (entryAsked > 0) input.current?.focus();
  }, [entryAsked]);

  return (
    <div className="callbacks">
      {calling !== null && (
        <section className="calling" aria-label={t('callbacks:calling.name')}>
          <p className="calling-whom">
            {t('callbacks:calling.whom', {
              whom: [calling.name, numberText(calling, props.maskPhones)].filter(Boolean).join(', '),
            })}
          </p>
          <IntroductionSentence introduction={props.introduction} />
          <button type="button" className="quiet" onClick={props.onCallOver}>
            {t('callbacks:calling.over')}
          </button>
        </section>
      )}
      <QuickEntry
        input={input}
        text={props.entry}
        onText={props.onEntry}
        now={now}
        hours={props.hours}
        promptly={props.promptly}
        pageSign={props.pageSign}
        onAdd={props.onAdd}
      />
      <div className="row">
        <button
          type="button"
          className="quiet full-form"
          aria-expanded={isFormOpen}
          onClick={() => openForm(!isFormOpen)}
        >
          {t('callbacks:form.open')}
        </button>
        <button
          type="button"
          className="quiet"
          aria-expanded={handOver.isOpen}
          onClick={() => handOver.onOpen(!handOver.isOpen)}
        >
          {t('callbacks:exchange.open')}
        </button>
      </div>
      {isFormOpen && (
        <CallbackForm
          now={now}
          hours={props.hours}
          promptly={props.promptly}
          maskPhones={false}
          onStore={props.onAdd}
          onLeave={() => openForm(false)}
        />
      )}
      {handOver.part}
      <div className="callback-filter">
        <label className="visually-hidden" htmlFor={`${id}-search`}>
          {t('callbacks:search.label')}
        </label>
        <input
          id={`${id}-search`}
          type="search"
          autoComplete="off"
          placeholder={t('callbacks:search.label')}
          value={query}
          onFocus={() => expectSearch(true)}
          onChange={(event) => {
            expectSearch(true);
            setQuery(event.target.value);
          }}
        />
        <button type="button" aria-pressed={isSettledShown} onClick={() => showSettled(!isSettledShown)}>
          {t('callbacks:filter.settled')}
        </button>
      </div>
      {query.trim() !== '' && (
        <p role="status" className="soft">
          {t('callbacks:search.found', { count: found.length })}
        </p>
      )}
      {callbacks === null && <p className="soft">{t('callbacks:list.loading')}</p>}
      {callbacks !== null && listed.length === 0 && (
        <p className="soft">
          {isSettledShown
            ? t('callbacks:list.noneSettled', { count: props.retention })
            : t('callbacks:list.none')}
        </p>
      )}
      {found.length > 0 && (
        <CallbackList
          groups={groups}
          row={(callback) => (
            <CallbackRow {...props} callback={callback} isCalling={calling?.id === callback.id} />
          )}
        />
      )}
      {found.length > 0 && !isSettledShown && (
        <details className="soft">
          <summary>{t('callbacks:list.keysName')}</summary>
          <p>
            {t('callbacks:list.keys')} {props.maskPhones && t('callbacks:list.keyUncover')}
          </p>
        </details>
      )}
    </div>
  );
}

function numberText(callback: Callback, isCovered: boolean): string {
  if (!isCovered || callback.phone === undefined) return phoneText(callback);
  return t('callbacks:phone.covered', { end: spelledEnd(callback) });
}

/** How many promises want the clerk today, for the tab. */
export function dueCounts(callbacks: readonly Callback[], now: Date): { overdue: number; today: number } {
  const { overdue, today } = groupDue(callbacks, now);
  return { overdue: overdue.length, today: today.length };
}
