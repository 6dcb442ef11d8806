import { translate as t } from '@/lib/i18n';

const chapters = ['does', 'reads', 'keys', 'off'] as const;

/** What a clerk asks first. */
export function Help() {
  return (
    <section aria-labelledby="help-title">
      <h2 id="help-title">{t('options:help.title')}</h2>
      {chapters.map((chapter) => (
        <div key={chapter} className="chapter">
          <h3>{t(`options:help.${chapter}Title`)}</h3>
          <p>{t(`options:help.${chapter}`)}</p>
        </div>
      ))}
    </section>
  );
}
