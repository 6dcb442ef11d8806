import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Aged } from '@/lib/ageing';
import {
  addReminder,
  type BenchLine,
  changeReminder,
  copyReminder,
  type DraftReminder,
  isLocked,
  lockReminder,
  mistakesUnder,
  moveReminder,
  placeReminder,
  remindersOf,
  removeReminder,
} from '@/lib/draft';
import type { SentenceField as Fact, ProfileError, ProfileSource } from '@/lib/profile';
import { type Moment, moments } from '@/lib/standard';
import { agedText, type SystemNames, sentenceOf } from '../condition';
import { AgedMark } from './AgedMark';
import { verdictOf } from './Bench';
import { ReminderCard } from './ReminderCard';
import type { Edit } from './use-draft';
import { t } from './words';

export interface RemindersProps {
  draft: ProfileSource;
  edit: Edit;
  mistakes: readonly ProfileError[];
  facts: Partial<Record<Fact, string>>;
  systems: SystemNames;
  lines: readonly BenchLine[];
  /** Those whose condition has aged, by their ids. */
  aged: ReadonlyMap<string, Aged>;
  /** One that was begun elsewhere, to be written next. */
  begun?: string | null;
  /** Turns the bench to an open page. */
  onLookAt(tabId: number): void;
}

/** The reminders by moment; one of them is open on its card. */
export function Reminders({ draft, edit, mistakes, facts, systems, lines, aged, ...props }: RemindersProps) {
  const { begun = null, onLookAt } = props;
  const [open, setOpen] = useState(begun === null ? null : { id: begun, isNew: true });
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  // A row that was moved is drawn anew, and what is removed takes the focus with it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = null;
  });
  const reminders = remindersOf(draft);
  const lineOf = useMemo(() => new Map(lines.map((line) => [line.reminder.id, line])), [lines]);

  const add = (moment: Moment) => {
    const added = addReminder(draft, moment);
    edit(() => added.draft);
    setOpen({ id: added.id, isNew: true });
  };
  const remove = (id: string) => {
    const at = reminders.findIndex((one) => one.id === id);
    const next = reminders[at + 1] ?? reminders[at - 1];
    edit((now) => removeReminder(now, id));
    setOpen(null);
    wanted.current = next?.id ?? `add ${reminders[at]?.moment ?? 'greeting'}`;
  };
  const move = (id: string, by: -1 | 1) => {
    edit((now) => moveReminder(now, id, by));
    wanted.current = id;
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(id, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') remove(id);
  };

  const row = (reminder: DraftReminder) => {
    const { id, text } = reminder;
    const path = `reminders[${reminders.indexOf(reminder)}]`;
    const wrong = mistakesUnder(mistakes, path);
    const isOpen = open?.id === id;
    const line = lineOf.get(id);
    const old = aged.get(id);
    return (
      <li
        key={id}
        className={dragged === id ? 'reminder is-dragged' : 'reminder'}
        draggable={!isOpen}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', text);
          event.dataTransfer.effectAllowed = 'move';
          setDragged(id);
        }}
        onDragEnd={() => setDragged(null)}
        onDragOver={(event) => {
          if (dragged !== null && dragged !== id) event.preventDefault();
        }}
        onDrop={(event) => {
          if (dragged === null) return;
          event.preventDefault();
          edit((now) => placeReminder(now, dragged, id));
          setDragged(null);
        }}
      >
        {/* Firefox drags nothing by a button. */}
        <span className="handle" aria-hidden="true">
          ⠿
        </span>
        <button
          type="button"
          className="row-button"
          data-row={id}
          aria-expanded={isOpen}
          onClick={() => setOpen(isOpen ? null : { id, isNew: false })}
          onKeyDown={(event) => onKey(event, id)}
        >
          <RowWords
            reminder={reminder}
            wrong={wrong.length}
            isLocked={isLocked(draft, id)}
            systems={systems}
            aged={old}
          />
        </button>
        {isOpen && old && reminder.when !== undefined && (
          <AgedMark
            aged={old}
            condition={reminder.when}
            systems={systems}
            onRepair={(when, tabId) => {
              edit((now) => changeReminder(now, id, { when }));
              onLookAt(tabId);
              // The mark goes away with the button that was pressed.
              wanted.current = id;
            }}
          />
        )}
        {isOpen && (
          <ReminderCard
            reminder={reminder}
            path={path}
            mistakes={wrong}
            facts={facts}
            systems={systems}
            isLocked={isLocked(draft, id)}
            verdict={line ? verdictOf(line.decision) : null}
            isNew={open.isNew}
            onChange={(fields, mark) =>
              edit((now) => changeReminder(now, id, fields), mark && `reminder ${id} ${mark}`)
            }
            onLock={(locked) => edit((now) => lockReminder(now, id, locked))}
            onCopy={() => {
              const copied = copyReminder(draft, id);
              edit(() => copied.draft);
              setOpen({ id: copied.id, isNew: true });
            }}
            onMove={(by) => edit((now) => moveReminder(now, id, by))}
            onRemove={() => remove(id)}
            onClose={() => {
              setOpen(null);
              wanted.current = id;
            }}
          />
        )}
      </li>
    );
  };

  return (
    <div className="reminders" ref={list}>
      <p className="soft">{reminders.length === 0 ? t('studio:list.none') : t('studio:list.keys')}</p>
      {moments.map((moment) => {
        const own = reminders.filter((one) => one.moment === moment);
        return (
          <section key={moment} aria-label={t(`common:moment.${moment}`)}>
            <h3>
              {t(`common:moment.${moment}`)} <span className="soft">({own.length})</span>
            </h3>
            <ul>{own.map(row)}</ul>
            <button
              type="button"
              className="quiet"
              data-row={`add ${moment}`}
              aria-label={t('studio:list.addTo', { moment: t(`common:moment.${moment}`) })}
              onClick={() => add(moment)}
            >
              + {t('studio:list.add')}
            </button>
          </section>
        );
      })}
    </div>
  );
}

interface RowWordsProps {
  reminder: DraftReminder;
  wrong: number;
  isLocked: boolean;
  systems: SystemNames;
  aged: Aged | undefined;
}

/** What a row says. Of hundreds only the one that is being written is drawn anew. */
const RowWords = memo(function RowWords({ reminder, wrong, isLocked, systems, aged }: RowWordsProps) {
  const { text, when, cadence } = reminder;
  return (
    <>
      <strong lang="pl">{text.trim() === '' ? t('studio:list.noText') : text}</strong>
      <span className="soft">{sentenceOf(when, systems)}</span>
      <span className="marks">
        {wrong > 0 && <span className="fault">{t('studio:bar.mistakes', { count: wrong })}</span>}
        {aged && <span className="fault">{agedText(aged, systems)}</span>}
        {cadence?.repeat === 'always' && <span className="badge">{t('studio:list.pinned')}</span>}
        {isLocked && <span className="badge">{t('studio:list.locked')}</span>}
      </span>
    </>
  );
});
