import { translate as t } from '@/lib/i18n';

/** Its service has ended, here or elsewhere, and the note is gone. */
export function NoteOver({ onClose }: { onClose(): void }) {
  return (
    <main className="note-over">
      <div role="alert">
        <h1>{t('note:over.title')}</h1>
        <p>{t('note:over.text')}</p>
      </div>
      <button type="button" className="main" onClick={onClose}>
        {t('note:do.close')}
      </button>
    </main>
  );
}
