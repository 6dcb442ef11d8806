import { translate as t } from '@/lib/i18n';
import type { Notice } from './use-notice';

export interface NoticeBarProps {
  notice: Notice | null;
  onUndo(): void;
  onDismiss(): void;
}

/** What was just done, at the foot of the screen. What can be taken back stays until the next: nobody has to hurry. */
export function NoticeBar({ notice, onUndo, onDismiss }: NoticeBarProps) {
  return (
    <div className={notice ? 'notice' : 'notice is-empty'}>
      {/* The region stands before its text comes, or a screen reader would not announce it. */}
      <p role="status">{notice?.text}</p>
      {notice?.undo && (
        <button type="button" className="main" onClick={onUndo}>
          {t('common:undo')}
        </button>
      )}
      {notice && (
        <button type="button" className="quiet close" aria-label={t('common:close')} onClick={onDismiss}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2L2 12" stroke="currentcolor" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </button>
      )}
    </div>
  );
}
