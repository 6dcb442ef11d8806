import { translate as t } from '@/lib/i18n';
import type { StoreTrouble } from '@/lib/store';
import { RetryButton } from './RetryButton';

export interface FailureProps {
  /** Null where the browser says nothing at all. */
  trouble: StoreTrouble | null;
  /** Tries to open the data now; settles when it is known whether they could be. */
  onRetry(): Promise<void>;
}

/** The clerk's own data cannot be opened: what happened, what is safe, what to do. Opened after all, it gives way. */
export function Failure({ trouble, onRetry }: FailureProps) {
  return (
    <main>
      <div className="failure" role="alert">
        <h1>{t('common:failure.title')}</h1>
        <p>{t(`common:failure.why.${trouble ?? 'unreadable'}`)}</p>
        <p>{t('common:failure.safe')}</p>
        <p>{t('common:failure.again')}</p>
      </div>
      <div className="failure-retry">
        <RetryButton onRetry={onRetry} />
      </div>
    </main>
  );
}
