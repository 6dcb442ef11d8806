import { translate as t } from '@/lib/i18n';
import type { Review } from '@/lib/plain-language';

/** What would lower the difficulty, by the same formula, and what a whole letter lacks. */
export function Advice({ review: { figures, missing } }: { review: Review }) {
  const advice: string[] = missing.map((part) => t(`letter:missing.${part}`));
  if (figures.difficulty !== null) {
    const { fog, fogIfDivided, fogIfShorterWords } = figures.difficulty;
    const from = Math.round(fog);
    const to = (index: number | null) => (index === null ? from : Math.round(index));
    // What would not change the number that is shown is no advice.
    if (to(fogIfDivided) < from) advice.push(t('letter:help.divide', { from, to: to(fogIfDivided) }));
    if (to(fogIfShorterWords) < from)
      advice.push(t('letter:help.shorten', { from, to: to(fogIfShorterWords) }));
  }
  if (advice.length === 0) return null;
  return (
    <section className="letter-advice">
      <h3>{t('letter:help.title')}</h3>
      <ul>
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
