import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Notice } from './use-notice';

export interface NoticeBarProps {
  notice: Notice | null;
  onUndo(): void;
  onDismiss(): void;
}

/** What was just done, at the foot of the screen. What can be taken back stays until the next: nobody has to hurry. */
export function NoticeBar({ notice, onUndo, onDismiss }: NoticeBarProps) {
  const { text, onFocus, onBlur, stay } = useFocusBack(notice);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus is
    <div className={notice ? 'notice' : 'notice is-empty'} onFocus={onFocus} onBlur={onBlur}>
      {/* The region stands before its text comes, or a screen reader would not announce it. */}
      <p role="status" tabIndex={-1} ref={text}>
        {notice?.text}
      </p>
      {notice?.undo && (
        <button
          type="button"
          className="main"
          onClick={() => {
            stay();
            onUndo();
          }}
        >
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

/**
 * A pressed button goes, and the focus with it: back to where the clerk came from, or to the sentence where that has
 * gone, too, and where what was undone comes back. Otherwise the next Tab would begin at the top of the screen.
 */
function useFocusBack(notice: Notice | null) {
  const text = useRef<HTMLParagraphElement>(null);
  const isHeld = useRef(false);
  const origin = useRef<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another notice is what takes the buttons away
  useLayoutEffect(() => {
    if (!isHeld.current || (document.activeElement && document.activeElement !== document.body)) return;
    isHeld.current = false;
    (origin.current?.isConnected ? origin.current : text.current)?.focus();
  }, [notice]);
  return {
    text,
    onFocus: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      isHeld.current = true;
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) {
        origin.current = relatedTarget;
      }
    },
    stay: () => {
      origin.current = null;
    },
    // A button that is taken away may say so, too, and then names no successor.
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null) isHeld.current = false;
    },
  };
}
