import { translate as t } from '@/lib/i18n';

/** Whether terms can be underlined in the page beside the panel, and are. */
export interface PageUnderlining {
  /** False where the clerk chose none for the system. */
  isOffered: boolean;
  isOn: boolean;
}

export interface UnderlineBarProps {
  underlining: PageUnderlining;
  onUnderline(isOn: boolean): void;
  onChoose(): void;
}

/** Underlines the hard words of the page beside the panel, or says where that is chosen. */
export function UnderlineBar({ underlining: { isOffered, isOn }, onUnderline, onChoose }: UnderlineBarProps) {
  if (!isOffered) {
    return (
      <p className="soft glossary-page">
        {t('glossary:underline.chosenOff')}{' '}
        <button type="button" className="quiet" onClick={onChoose}>
          {t('glossary:underline.choose')}
        </button>
      </p>
    );
  }
  return (
    <button
      type="button"
      className="glossary-narrow glossary-underline"
      aria-pressed={isOn}
      onClick={() => onUnderline(!isOn)}
    >
      {t('glossary:underline.button')}
    </button>
  );
}
