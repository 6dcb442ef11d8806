import { NewPassword } from './NewPassword';
import { t } from './words';
import './lock.css';

/** The office wants a password, and there is none: it is set before anything else. */
export function FirstPassword({ onSet }: { onSet(password: string): Promise<void> }) {
  return (
    <main className="lock">
      <h1>{t('lock:first.title')}</h1>
      <p>{t('lock:first.text')}</p>
      <p>{t('lock:section.warning')}</p>
      <NewPassword
        action={t('lock:section.setNow')}
        hasBefore={false}
        onSet={async (password) => {
          await onSet(password);
          return true;
        }}
      />
    </main>
  );
}
