import { translate as t } from '@/lib/i18n';
import type { Introduction } from './introduction';

export interface IntroductionSentenceProps {
  introduction: Introduction;
  /** Absent where there is nothing to copy for: the preview of first run. */
  onCopy?(text: string): void;
  /** Absent where the fields stand beside it. */
  onFill?(): void;
}

/** In characters: more would fill the panel and push what is due out of sight. */
const longText = 120;

/** The sentence to begin with, big enough to read while holding a receiver. */
export function IntroductionSentence({ introduction, onCopy, onFill }: IntroductionSentenceProps) {
  const { text, missing, next } = introduction;
  return (
    <section className="introduction" aria-label={t('panel:introduction.name')}>
      {/* Said to the client, so Polish whatever the language of the screen. */}
      <p className={text.length > longText ? 'introduction-text is-long' : 'introduction-text'} lang="pl">
        {t('panel:introduction.quoted', { text })}
      </p>
      {/* First run only shows how the clerk is introduced. */}
      {onCopy && next.length > 0 && (
        <ol className="introduction-next" aria-label={t('panel:introduction.next')} lang="pl">
          {next.map((sentence) => (
            <li key={sentence}>{t('panel:introduction.quoted', { text: sentence })}</li>
          ))}
        </ol>
      )}
      {missing.length > 0 && (
        <p>
          {t('panel:introduction.missing')} <span lang="pl">{missing.join(', ')}</span>.
        </p>
      )}
      {(onCopy || onFill) && (
        <div className="row">
          {onFill && missing.length > 0 && (
            <button type="button" className="main" onClick={onFill}>
              {t('panel:introduction.fill')}
            </button>
          )}
          {onCopy && missing.length === 0 && (
            <button type="button" className="quiet" onClick={() => onCopy(text)}>
              {t('panel:introduction.copy')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
