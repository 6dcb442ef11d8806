import { t } from './words';

export interface KeptTableProps {
  hasClerk: boolean;
  counts: {
    callbacks: number;
    encounters: number;
    events: number;
    terms: number;
    profiles: number;
    weeks: number;
    conditions: number;
  };
  /** Days that each is kept. */
  days: { callbacks: number; encounters: number; events: number };
  /** What all of it takes on the disk, in bytes, as the browser estimates; null where it does not tell. */
  size: number | null;
  language: 'pl' | 'en';
}

/** What is kept, how much of it and for how long. */
export function KeptTable({ hasClerk, counts, days, size, language }: KeptTableProps) {
  const rows: [what: string, count: string | number, howLong: string][] = [
    [
      t('data:kept.clerk'),
      hasClerk ? t('data:kept.isThere') : t('data:kept.isNotThere'),
      t('data:kept.untilErased'),
    ],
    [t('data:kept.callbacks'), counts.callbacks, t('data:kept.settled', { count: days.callbacks })],
    [t('data:kept.encounters'), counts.encounters, t('data:kept.days', { count: days.encounters })],
    [t('data:kept.events'), counts.events, t('data:kept.days', { count: days.events })],
    [t('data:kept.terms'), counts.terms, t('data:kept.untilErased')],
    [t('data:kept.figures'), counts.weeks, t('data:kept.aYear')],
    [t('data:kept.conditions'), counts.conditions, t('data:kept.whileInForce')],
    [t('data:kept.profiles'), counts.profiles, t('data:kept.untilErased')],
    [t('data:kept.memory'), t('data:kept.inMemory'), t('data:kept.untilServed')],
  ];
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('data:kept.title')}</h2>
      <p>{t('data:kept.text')}</p>
      <table className="kept">
        <thead>
          <tr>
            <th scope="col">{t('data:kept.what')}</th>
            <th scope="col">{t('data:kept.count')}</th>
            <th scope="col">{t('data:kept.howLong')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, count, howLong]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{typeof count === 'number' ? count.toLocaleString(language) : count}</td>
              <td>{howLong}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('data:kept.daily')}</p>
      {size !== null && <p className="soft">{t('data:kept.size', { size: sizeText(size, language) })}</p>}
    </section>
  );
}

/** `0,4 MB`. @param bytes a rough number: no more than a tenth is told of it */
function sizeText(bytes: number, language: 'pl' | 'en'): string {
  const unit = bytes < 100_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  }).format(value);
}
