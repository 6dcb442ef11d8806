import { useId, useState } from 'react';
import type { EndingItem } from '@/lib/checklist';
import { translate as t } from '@/lib/i18n';

export interface LaterProps {
  /** What is still open. */
  items: EndingItem[];
  onPromise(item: EndingItem): void;
}

/** What cannot be done while the client is here becomes a promise to call back; one press opens, one chooses. */
export function Later({ items, onPromise }: LaterProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="quiet"
        data-focus-next=""
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('ending:later.open')}
      </button>
      {isOpen && (
        <ul id={id} className="ending-later" aria-label={t('ending:later.which')}>
          {items.map((item) => (
            <li key={item.key}>
              <button type="button" lang="pl" onClick={() => onPromise(item)}>
                {item.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
