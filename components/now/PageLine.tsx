import { translate as t } from '@/lib/i18n';
import type { OpenPage } from './open-page';

export interface PageLineProps {
  page: OpenPage;
  /** The name of a system by its id. */
  systemName(id: string): string;
  /** Asks the browser for this one address; called in the very turn of the click. */
  onPermit(pattern: string): void;
  onReload(tabId: number): void;
  onOpenSystems(): void;
}

/** One line: what Obok thinks the clerk is doing, or why it cannot tell and what to do about it. */
export function PageLine({ page, systemName, onPermit, onReload, onOpenSystems }: PageLineProps) {
  switch (page.kind) {
    case 'looking':
      return <p className="page-line">{t('panel:page.looking')}</p>;
    case 'read':
      return <p className="page-line is-read">{lineOf(page, systemName)}</p>;
    case 'silent':
      return page.isLoading ? (
        <p className="page-line">{t('panel:page.loading')}</p>
      ) : (
        <div className="page-line">
          <p>{t('panel:page.silent')}</p>
          <button type="button" onClick={() => onReload(page.tabId)}>
            {t('panel:page.reload')}
          </button>
        </div>
      );
    case 'not-permitted':
      return (
        <div className="page-line">
          <p>{t('panel:page.notPermitted', { origin: page.origin })}</p>
          <button type="button" onClick={() => onPermit(page.pattern)}>
            {t('panel:page.permit')}
          </button>
        </div>
      );
    case 'hidden':
      return (
        <div className="page-line">
          <p>{t('panel:page.hidden')}</p>
          <button type="button" onClick={onOpenSystems}>
            {t('panel:page.openSystems')}
          </button>
        </div>
      );
    case 'not-web':
      return <p className="page-line">{t('panel:page.notWeb')}</p>;
  }
}

function lineOf({ context }: Extract<OpenPage, { kind: 'read' }>, systemName: (id: string) => string) {
  const { system, view, caseInHand } = context;
  const place = system === null && view === 'other' ? null : t(`common:view.${view}`);
  return [system === null ? t('common:system.none') : systemName(system), place, caseInHand?.raw ?? null]
    .filter((part) => part !== null)
    .join(' · ');
}
