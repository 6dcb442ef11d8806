import { translate as t } from '@/lib/i18n';

/** The clerk's own data cannot be opened: what happened, what is safe, what to do. */
export function Failure({ onRetry }: { onRetry(): void }) {
  return (
    <div className="failure" role="alert">
      <h1>{t('common:failure.title')}</h1>
      <p>{t('common:failure.safe')}</p>
      <p>{t('common:failure.do')}</p>
      <button type="button" className="main" onClick={onRetry}>
        {t('common:failure.retry')}
      </button>
    </div>
  );
}
