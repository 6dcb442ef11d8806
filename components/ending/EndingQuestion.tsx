import { useEffect, useId, useRef, useState } from 'react';
import { translate as t } from '@/lib/i18n';

export interface EndingQuestionProps {
  /** How many are open. */
  count: number;
  onEndAnyway(reason: string): void;
  onBack(): void;
}

/** In characters: one line. */
const longestReason = 120;

/** Asks whether to end with items open. In its place in the panel, not over it: the client is looking on. */
export function EndingQuestion({ count, onEndAnyway, onBack }: EndingQuestionProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // To the words, not to a button, so that a second Enter ends nothing unread; the buttons come into sight with them.
    question.current?.focus();
    question.current?.closest('form')?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <form
      className="ending-question"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onEndAnyway(reason);
      }}
    >
      <h2 id={id} ref={question} tabIndex={-1}>
        {count === 0 ? t('panel:ending.complete') : t('ending:ask.left', { count })}
      </h2>
      {count > 0 && (
        <label>
          {t('ending:ask.reason')}
          <input
            value={reason}
            maxLength={longestReason}
            autoComplete="off"
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      )}
      <div className="row">
        <button type="submit" className="main">
          {count === 0 ? t('panel:encounter.end') : t('ending:ask.anyway')}
        </button>
        <button type="button" onClick={onBack}>
          {t('ending:ask.back')}
        </button>
      </div>
    </form>
  );
}
