import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Callback, DueGroups } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';

/** By when to call, or `all` in one row where they stand in another order. */
type ListGroups = DueGroups | { all: Callback[] };
type GroupName = keyof DueGroups | 'all';

/** One line of the list: the name of a group, or a promise. */
type Line = { group: GroupName; count: number } | { callback: Callback };

export interface CallbackListProps {
  groups: ListGroups;
  row(callback: Callback): ReactNode;
}

/** Above so many lines only those near the screen are made; below it a plain list is what every tool knows best. */
const plainUpTo = 60;

/** The promises in their groups. The arrow keys go from row to row. */
export function CallbackList({ groups, row }: CallbackListProps) {
  const lines = useMemo(() => linesOf(groups), [groups]);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const from = event.target as HTMLElement;
    const own = from.closest('[data-callback]');
    if (own === null || from.closest('input, textarea, select') !== null) return;
    const rows = [...(list.current?.querySelectorAll('[data-callback]') ?? [])];
    const next = rows[rows.indexOf(own) + (event.key === 'ArrowDown' ? 1 : -1)];
    const target = next?.querySelector<HTMLElement>('[data-first], .row button');
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <ul ref={list} className="callback-list" aria-label={t('callbacks:list.name')} onKeyDown={onKeyDown}>
      {lines.length > plainUpTo ? (
        <Window lines={lines} list={list} row={row} />
      ) : (
        lines.map((line) => <li key={keyOf(line)}>{contentOf(line, row)}</li>)
      )}
    </ul>
  );
}

/** Only the lines near the screen; the rest is empty space of their height. */
function Window({
  lines,
  list,
  row,
}: {
  lines: Line[];
  list: React.RefObject<HTMLUListElement | null>;
  row(callback: Callback): ReactNode;
}) {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const { top = 0 } = list.current?.getBoundingClientRect() ?? {};
    setAbove(top + window.scrollY);
  }, [list]);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => {
      const line = lines[index];
      return line && 'group' in line ? 40 : 130;
    },
    getItemKey: (index) => {
      const line = lines[index];
      return line ? keyOf(line) : index;
    },
    overscan: 8,
    scrollMargin: above,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0];
  const last = shown.at(-1);
  return (
    <>
      <li aria-hidden="true" style={{ height: first ? first.start - above : 0 }} />
      {shown.map(({ index, key }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
            >
              {contentOf(line, row)}
            </li>
          )
        );
      })}
      <li aria-hidden="true" style={{ height: last ? virtual.getTotalSize() - (last.end - above) : 0 }} />
    </>
  );
}

function linesOf(groups: ListGroups): Line[] {
  const named: Partial<Record<GroupName, Callback[]>> = groups;
  return (['overdue', 'today', 'later', 'settled', 'all'] as const).flatMap((group): Line[] => {
    const callbacks = named[group] ?? [];
    if (callbacks.length === 0) return [];
    return [{ group, count: callbacks.length }, ...callbacks.map((callback) => ({ callback }))];
  });
}

const keyOf = (line: Line) => ('group' in line ? line.group : line.callback.id);

function contentOf(line: Line, row: (callback: Callback) => ReactNode): ReactNode {
  if (!('group' in line)) return row(line.callback);
  return (
    <h2 className={`callback-group is-${line.group}`}>
      {groupName(line.group)} <span className="soft">{line.count}</span>
    </h2>
  );
}

function groupName(group: GroupName): string {
  switch (group) {
    case 'all':
      return t('callbacks:group.all');
    case 'overdue':
      return t('callbacks:group.overdue');
    case 'today':
      return t('callbacks:group.today');
    case 'later':
      return t('callbacks:group.later');
    case 'settled':
      return t('callbacks:group.settled');
  }
}
