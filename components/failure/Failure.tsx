import { translate as t } from '@/lib/i18n';

/** The clerk's own data cannot be opened: what happened, what is safe, what to do. */
export function Failure() {
  return (
    <main>
      <div className="failure" role="alert">
        <h1>{t('common:failure.title')}</h1>
        <p>{t('common:failure.safe')}</p>
        <p>{t('common:failure.do')}</p>
        {/* Loaded anew: a database that failed to open is not opened a second time by the page that it failed in. */}
        <button type="button" className="main" onClick={() => location.reload()}>
          {t('common:failure.retry')}
        </button>
      </div>
    </main>
  );
}
