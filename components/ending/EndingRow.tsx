import { startTransition, useId, useOptimistic } from 'react';
import type { EndingItem } from '@/lib/checklist';
import type { ItemAnswer } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';

export interface EndingRowProps {
  item: EndingItem;
  /** The key that ticks it. */
  digit: string;
  /** Settles when it is written, or when it could not be. */
  onAnswer(answer: ItemAnswer): Promise<void>;
}

/** One item: done, beside the point („nie dotyczy”, key N), or open; and why Obok ticked it, where it did. */
export function EndingRow({ item, digit, onAnswer }: EndingRowProps) {
  // Answers the press at once, and goes back where the writing failed.
  const [shown, setShown] = useOptimistic(item.answer);
  const id = useId();
  const answer = (next: NonNullable<typeof shown>) =>
    startTransition(async () => {
      // The same answer again takes it back.
      const isTakenBack = next === shown;
      setShown(isTakenBack ? null : next);
      await onAnswer(isTakenBack ? 'not-done' : next);
    });
  const isKnown = item.knownBy !== null && shown === 'done';
  const isExplained = isKnown || item.isPromised;
  return (
    <li
      className="ending-row"
      data-open={shown === null && !item.isPromised ? '' : undefined}
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, altKey, repeat } = event;
        if (key.toLowerCase() !== 'n' || ctrlKey || metaKey || altKey || repeat) return;
        event.preventDefault(); // Firefox would search the page for it.
        answer('not-applicable');
      }}
    >
      <label className={shown === 'not-applicable' ? 'check is-passed-over' : 'check'}>
        <input
          type="checkbox"
          checked={shown === 'done'}
          aria-keyshortcuts={digit}
          aria-describedby={isExplained ? `${id}-known` : undefined}
          onChange={() => answer('done')}
        />
        <span className="ending-digit" aria-hidden="true">
          {digit}
        </span>
        <span id={`${id}-text`} className="ending-text" lang="pl">
          {item.text}
        </span>
      </label>
      <button
        type="button"
        className="quiet"
        aria-pressed={shown === 'not-applicable'}
        aria-keyshortcuts="N"
        aria-describedby={`${id}-text`}
        onClick={() => answer('not-applicable')}
      >
        {t('ending:notApplicable')}
      </button>
      {isExplained && (
        <p id={`${id}-known`} className="soft ending-known">
          {isKnown && item.knownBy !== null ? t(`ending:known.${item.knownBy}`) : t('ending:promised')}
        </p>
      )}
    </li>
  );
}
