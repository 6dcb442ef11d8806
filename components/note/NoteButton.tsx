import { translate as t } from '@/lib/i18n';

/** Opens the client's note; stands wherever the clerk may want to write something down (sok.jezyk.3). */
export function NoteButton({ onOpen }: { onOpen(): void }) {
  return (
    <button type="button" onClick={onOpen}>
      {t('note:open')}
    </button>
  );
}
