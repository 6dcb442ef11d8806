import { translate as t } from '@/lib/i18n';
import type { StoreState } from '@/lib/store';
import { RetryButton } from './RetryButton';

export interface FailureProps {
  state: StoreState;
  /** Tries to open the data now; settles when it is known whether they could be. */
  onRetry(): Promise<void>;
}

/** The clerk's own data cannot be opened: what happened, what is safe, what to do. Opened after all, it gives way. */
export function Failure({ state, onRetry }: FailureProps) {
  // The browser may say nothing at all.
  const why = state.kind === 'failed' ? state.reason : 'unreadable';
  return (
    <main>
      <div className="failure" role="alert">
        <h1>{t('common:failure.title')}</h1>
        <p>{t(`common:failure.why.${why}`)}</p>
        <p>{t('common:failure.safe')}</p>
        <p>{t('common:failure.again')}</p>
      </div>
      <div className="failure-retry">
        <RetryButton onRetry={onRetry} />
      </div>
    </main>
  );
}
