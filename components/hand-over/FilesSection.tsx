import { useId, useState } from 'react';
import { type Callback, isPending } from '@/lib/callbacks';
import { calendarFile, tableFile } from '@/lib/hand-over';
import { translate as t } from '@/lib/i18n';
import { saveFile } from '../save-file';
import { Choice } from './Choice';
import { fileNameOf } from './file-name';
import type { HandOverDeskProps } from './HandOverDesk';

/** „Zapisz dla siebie”: a calendar of what waits, and a table of all. */
export function FilesSection({
  callbacks,
  open,
  now,
  onTell,
}: HandOverDeskProps & { open: readonly Callback[] }) {
  const id = useId();
  const [hasClients, setClients] = useState(false);
  const save = (rows: readonly Callback[], ending: 'ics' | 'csv', type: string, content: () => string) => {
    if (rows.length === 0) return onTell(t('hand-over:files.none'));
    const fileName = fileNameOf(now, ending);
    saveFile(content(), fileName, type);
    onTell(t('hand-over:files.saved', { fileName }));
  };
  return (
    <section className="hand-over-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('hand-over:files.name')}</h2>
      <Choice isChosen={hasClients} onChoose={setClients}>
        {t('hand-over:files.withClients')}
      </Choice>
      <p className={hasClients ? 'fault' : 'soft'} role="status">
        {hasClients ? t('hand-over:files.clientsWarning') : t('hand-over:files.calendarHint')}
      </p>
      <button
        type="button"
        onClick={() =>
          save(open.filter(isPending), 'ics', 'text/calendar;charset=utf-8', () =>
            calendarFile(open, hasClients, now),
          )
        }
      >
        {t('hand-over:files.calendar')}
      </button>
      <p className="soft">{t('hand-over:files.tableWarning')}</p>
      <button
        type="button"
        onClick={() => save(callbacks, 'csv', 'text/csv;charset=utf-8', () => tableFile(callbacks))}
      >
        {t('hand-over:files.table')}
      </button>
    </section>
  );
}
