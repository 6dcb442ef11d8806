import { AskFirst } from '../ask-first';
import { t } from './words';

/** What of the clerk's cannot be read: what it may be, how it comes back, and the end of it. Nothing where all can be. */
export function SetAsideSection({ count, onDrop }: { count: number; onDrop(): void }) {
  if (count === 0) return null;
  return (
    <section aria-labelledby="set-aside-title">
      <h2 id="set-aside-title">{t('data:setAside.title', { count })}</h2>
      <p>{t('data:setAside.text')}</p>
      <AskFirst
        opener={t('data:setAside.drop')}
        title={t('data:setAside.dropTitle')}
        text={t('data:setAside.dropText')}
        keep={t('data:setAside.keep')}
        sure={t('data:setAside.dropSure')}
        onSure={onDrop}
      />
    </section>
  );
}
