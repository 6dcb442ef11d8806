import { translate as t } from '@/lib/i18n';

/** Some of what the clerk wrote cannot be read: how much, what is safe, and where to mend it. Nothing where all can be. */
export function SetAsideBanner({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <section className="store-banner" aria-label={t('common:setAside.name')}>
      <div role="alert">
        <p>
          <strong>{t('common:setAside.title', { count })}</strong>
        </p>
        <p>{t('common:setAside.text')}</p>
      </div>
      <p className="store-banner-ways">
        <a href="/options.html#dane" target="_blank" rel="noreferrer">
          {t('common:setAside.open')}
        </a>
      </p>
    </section>
  );
}
