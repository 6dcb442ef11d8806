import type { KeyboardEvent } from 'react';
import type { EndingItem } from '@/lib/checklist';
import type { ItemAnswer } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import { EndingRow } from './EndingRow';

export interface EndingListProps {
  items: EndingItem[];
  /** True while nobody is served. */
  isDisabled: boolean;
  onAnswer(item: EndingItem, answer: ItemAnswer): Promise<void>;
}

/** The items under the names of their lists; the arrow keys go from row to row. */
export function EndingList({ items, isDisabled, onAnswer }: EndingListProps) {
  const lists = new Map(items.map(({ list }) => [list.id, list]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the controls inside
    <div className="ending-lists" onKeyDown={moveByArrow}>
      {[...lists.values()].map((list) => (
        <fieldset key={list.id} className="checklist" disabled={isDisabled}>
          <legend lang="pl">{list.name}</legend>
          <ul>
            {items.map((item, index) =>
              item.list.id === list.id ? (
                <EndingRow
                  key={item.key}
                  item={item}
                  digit={String((index + 1) % 10)}
                  onAnswer={(answer) => onAnswer(item, answer)}
                />
              ) : null,
            )}
          </ul>
        </fieldset>
      ))}
      {!isDisabled && items.length > 0 && <p className="soft ending-keys">{t('ending:keys')}</p>}
    </div>
  );
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll('li')];
  const row = rows.findIndex((one) => one.contains(event.target as HTMLElement));
  const next = rows[row + by]?.querySelector('input');
  if (row < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
