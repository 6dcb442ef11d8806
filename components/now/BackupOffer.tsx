import { translate as t } from '@/lib/i18n';

export interface BackupOfferProps {
  /** False where there is no copy at all. */
  wasEverMade: boolean;
  onMake(): void;
  onPutOff(): void;
  onNever(): void;
}

/** One quiet line, under everything else: the weekly offer of a copy. */
export function BackupOffer({ wasEverMade, onMake, onPutOff, onNever }: BackupOfferProps) {
  // The line goes, and the focus with it: what is told next stands at the end of the same page.
  const leaving = (press: () => void) => () => {
    document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    press();
  };
  return (
    <section className="backup-line soft" aria-label={t('panel:backup.name')}>
      <p>{wasEverMade ? t('panel:backup.due') : t('panel:backup.dueNever')}</p>
      <div className="row">
        <button type="button" className="quiet" onClick={onMake}>
          {t('panel:backup.make')}
        </button>
        <button type="button" className="quiet" onClick={leaving(onPutOff)}>
          {t('panel:backup.putOff')}
        </button>
        <button type="button" className="quiet" onClick={leaving(onNever)}>
          {t('panel:backup.never')}
        </button>
      </div>
    </section>
  );
}
