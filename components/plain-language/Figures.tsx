import { translate as t } from '@/lib/i18n';
import { enoughForFormulas, fogStepOf, type Figures as Measured, mostWords } from '@/lib/plain-language';

/** What was counted, and how: a number without its formula would be taken for a mark. */
export function Figures({ figures }: { figures: Measured }) {
  const { sentences, longSentences, averageSentence, hardShare, difficulty } = figures;
  const shown: [name: string, value: string][] = [
    [
      t('letter:figures.long', { limit: mostWords }),
      t('letter:figures.ofSentences', { long: longSentences, all: sentences }),
    ],
    [t('letter:figures.average'), t('letter:figures.words', { count: Math.round(averageSentence) })],
    [t('letter:figures.hard'), t('letter:figures.share', { percent: Math.round(100 * hardShare) })],
  ];
  if (difficulty !== null) {
    const { fog, pisarek } = difficulty;
    shown.push(
      [
        t('letter:figures.fog'),
        t('letter:figures.fogSays', { fog: Math.round(fog), step: t(`letter:step.${fogStepOf(fog)}`) }),
      ],
      [t('letter:figures.pisarek'), String(Math.round(pisarek))],
    );
  }
  return (
    <>
      <dl className="letter-figures">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {difficulty === null ? (
        <p className="soft">{t('letter:figures.tooShort', { limit: enoughForFormulas })}</p>
      ) : (
        <details className="letter-source">
          <summary>{t('letter:source.title')}</summary>
          <p>{t('letter:source.fog')}</p>
          <p>{t('letter:source.pisarek')}</p>
          <p>{t('letter:source.how')}</p>
        </details>
      )}
    </>
  );
}
