import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from 'react';
import type { Entry } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { useTermActions } from './clerk-words';
import { TermRow } from './TermRow';

export interface TermListProps {
  list: RefObject<HTMLUListElement | null>;
  name: string;
  /** With how often each stands in a text, where there is one. */
  mentions: { entry: Entry; count?: number }[];
  /** Id of the one term whose card is open. */
  openTerm: string | null;
  onOpenTerm(id: string | null): void;
  /** Back to where one came from: Esc, or up from the first. */
  onLeave(): void;
  onCopy(text: string): void;
}

/** At first, and how many more with every press: a screen is drawn at once, of however many terms. */
const shownFirst = 30;
const shownMore = 100;

/** Terms in a row. The arrow keys go from one to the next, Enter opens one, `*` makes it a favourite, Esc leaves. */
export function TermList({ list, name, mentions, openTerm, onOpenTerm, onLeave, onCopy }: TermListProps) {
  const id = useId();
  const [shown, setShown] = useState({ from: 0, upTo: shownFirst });
  const { favourites, onFavourite } = useTermActions();
  const more = Math.min(shownMore, mentions.length - shown.upTo);

  // The pressed button has gone down the list: on with the first of what has come.
  useLayoutEffect(() => {
    if (shown.from === 0) return;
    list.current?.querySelectorAll<HTMLElement>('.term-name')[shown.from]?.focus();
  }, [shown, list]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (key === '*') {
      const marked = (target as HTMLElement).closest<HTMLElement>('[data-term]')?.dataset.term;
      const entry = mentions.find((mention) => mention.entry.id === marked)?.entry;
      if (entry) onFavourite(entry, !favourites.has(entry.id));
      return event.preventDefault();
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Escape') return;
    event.preventDefault();
    if (key === 'Escape') return onLeave();
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('.term-name, .term-more') ?? [])];
    const own = (target as HTMLElement).closest('li')?.querySelector<HTMLElement>('.term-name, .term-more');
    const next = (own ? stops.indexOf(own) : -1) + (key === 'ArrowDown' ? 1 : -1);
    if (next < 0) onLeave();
    else stops[next]?.focus();
  };

  if (mentions.length === 0) return null;
  return (
    <>
      <h2 className="visually-hidden" id={id}>
        {name}
      </h2>
      <ul ref={list} className="terms" aria-labelledby={id} onKeyDown={onKeyDown}>
        {mentions.slice(0, shown.upTo).map(({ entry, count }) => (
          <TermRow
            key={entry.id}
            entry={entry}
            count={count}
            isOpen={openTerm === entry.id}
            onOpen={(isOpen) => onOpenTerm(isOpen ? entry.id : null)}
            onCopy={onCopy}
          />
        ))}
        {more > 0 && (
          <li>
            <button
              type="button"
              className="term-more"
              onClick={() => setShown({ from: shown.upTo, upTo: shown.upTo + more })}
            >
              {t('glossary:list.more', { count: more })}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
