import { type ReactNode, useState } from 'react';
import { translate as t } from '@/lib/i18n';

export interface FoldedListProps<Item> {
  items: readonly Item[];
  /** How many are shown at first. */
  first: number;
  children(item: Item): ReactNode;
  keyOf(item: Item, index: number): string;
  className?: string;
}

/** A list of which the first few are seen, and the rest once asked for. */
export function FoldedList<Item>({ items, first, children, keyOf, className }: FoldedListProps<Item>) {
  const [isOpen, setOpen] = useState(false);
  const rest = items.length - first;
  const shown = isOpen ? items : items.slice(0, first);
  return (
    <>
      <ul className={className}>
        {shown.map((item, index) => (
          <li key={keyOf(item, index)}>{children(item)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('profile:fewer') : t('profile:more', { count: rest })}
        </button>
      )}
    </>
  );
}
