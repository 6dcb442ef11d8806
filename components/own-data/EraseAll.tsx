import { AskFirst } from '../ask-first';
import { t } from './words';

/** The end of it all. */
export function EraseAll({ onErase }: { onErase(): void }) {
  return (
    <section aria-labelledby="all-title">
      <h2 id="all-title">{t('data:all.title')}</h2>
      <AskFirst
        opener={t('data:all.erase')}
        title={t('data:all.eraseTitle')}
        text={t('data:all.eraseText')}
        keep={t('data:all.keep')}
        sure={t('data:all.eraseSure')}
        onSure={onErase}
      />
    </section>
  );
}
