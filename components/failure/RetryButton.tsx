import { useState } from 'react';
import { translate as t } from '@/lib/i18n';

/** Keeps the focus while it tries, and says so where nothing came of it. */
export function RetryButton({ onRetry }: { onRetry(): Promise<void> }) {
  const [tried, note] = useState<'not' | 'now' | 'in-vain'>('not');
  return (
    <>
      <button
        type="button"
        className="main"
        onClick={() => {
          if (tried === 'now') return;
          note('now');
          void onRetry().finally(() => note('in-vain'));
        }}
      >
        {t('common:failure.retry')}
      </button>
      <span role="status">
        {tried === 'now' && t('common:failure.trying')}
        {tried === 'in-vain' && t('common:failure.inVain')}
      </span>
    </>
  );
}
