import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { OpeningHours } from '@/lib/calendar';
import {
  arrange,
  type Callback,
  type EscalationRules,
  groupDue,
  type ListView,
  searchCallbacks,
  usualView,
} from '@/lib/callbacks';
import type { Entry } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import { type Introduction, IntroductionSentence } from '../introduction';
import type { ClerkFacts } from '../passing';
import { CallbackForm } from './CallbackForm';
import { CallbackList } from './CallbackList';
import { CallbackRow, type RowDeeds } from './CallbackRow';
import { phoneText, spelledEnd } from './due-text';
import { FilterLine, ListFilter } from './ListFilter';
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
  /** What the list shows and in which order; kept over a closed panel. */
  view: ListView;
  onView(view: ListView): void;
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
  const { callbacks, now, calling, entryAsked, view, handOver } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isFormOpen, openForm] = useState(false);
  const [isFilterOpen, openFilter] = useState(false);
  const filterButton = useRef<HTMLButtonElement>(null);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  // Only what is overdue depends on the time: very many are not looked through anew every minute for nothing.
  const [opened] = useState(now);
  const timeOfView = view.state === 'overdue' ? now : opened;
  const isUsual = (['state', 'caller', 'order'] as const).every((part) => view[part] === usualView[part]);
  // The choice answers at once; very many are put in another order after it.
  const shownView = useDeferredValue(view);
  const listed = useMemo(
    () => arrange(callbacks ?? [], shownView, timeOfView),
    [callbacks, shownView, timeOfView],
  );
  // Made ready when the field is gone to, so that the first key need not wait for it.
  const [isSearched, expectSearch] = useState(false);
  const search = useMemo(() => (isSearched ? searchCallbacks(listed) : null), [isSearched, listed]);
  const found = useMemo(() => search?.find(asked) ?? listed, [search, asked, listed]);
  const groups = useMemo(
    () => (shownView.order === 'due' ? groupDue(found, now) : { all: found }),
    [found, now, shownView.order],
  );
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
          colleagues={props.directory.map(({ person }) => person)}
          pageSign={props.pageSign}
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
        <button
          type="button"
          ref={filterButton}
          aria-expanded={isFilterOpen}
          onClick={() => openFilter(!isFilterOpen)}
        >
          {t('callbacks:filter.name')}
        </button>
      </div>
      {isFilterOpen && <ListFilter view={view} onView={props.onView} />}
      {!isUsual && <FilterLine view={view} onClear={() => props.onView(usualView)} opener={filterButton} />}
      {query.trim() !== '' && (
        <p role="status" className="soft">
          {t('callbacks:search.found', { count: found.length })}
        </p>
      )}
      {callbacks === null && <p className="soft">{t('callbacks:list.loading')}</p>}
      {callbacks !== null && listed.length === 0 && (
        <p className="soft">{emptyText(shownView, props.retention)}</p>
      )}
      {found.length > 0 && (
        <CallbackList
          groups={groups}
          row={(callback) => (
            <CallbackRow {...props} callback={callback} isCalling={calling?.id === callback.id} />
          )}
        />
      )}
      {found.length > 0 && (
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

/** Why the list is empty, and what to do where a filter made it so. */
function emptyText({ state, caller }: ListView, retention: number): string {
  if (caller === 'all' && state === 'waiting') return t('callbacks:list.none');
  if (caller === 'all' && state === 'settled') return t('callbacks:list.noneSettled', { count: retention });
  return t('callbacks:list.noneFiltered');
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
