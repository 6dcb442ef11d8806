import { useState } from 'react';
import { type BenchLine, playWeek, type Week } from '@/lib/draft';
import type { ProfileSource, ReadProfile } from '@/lib/profile';
import { t } from './words';

export interface WeekPlayProps {
  draft: ProfileSource;
  below: readonly ReadProfile[];
  lines: readonly BenchLine[];
  now(): Date;
}

/** A week at a desk, played against the draft: what comes up how often, and what it takes of the budget. */
export function WeekPlay({ draft, below, lines, now }: WeekPlayProps) {
  const [played, setPlayed] = useState<{ week: Week | null; of: ProfileSource } | null>(null);
  return (
    <section className="week" aria-label={t('studio:week.title')}>
      <h4>{t('studio:week.title')}</h4>
      <p className="soft">{t('studio:week.text')}</p>
      <button type="button" onClick={() => setPlayed({ week: playWeek(draft, below, now()), of: draft })}>
        {played === null ? t('studio:week.play') : t('studio:week.again')}
      </button>
      <div role="status">
        {played !== null && played.of !== draft && <p>{t('studio:week.old')}</p>}
        {played?.week && <Outcome week={played.week} lines={lines} />}
      </div>
    </section>
  );
}

function Outcome({ week, lines }: { week: Week; lines: readonly BenchLine[] }) {
  const { strips, stripsADay, perDay } = week;
  const total = stripsADay.reduce((sum, one) => sum + one, 0);
  const own = lines.filter(({ isOwn }) => isOwn).map(({ reminder }) => reminder);
  const ofOwn = own.reduce((sum, { id }) => sum + (strips.get(id) ?? 0), 0);
  const rows = own
    // One that waits in the panel never takes a strip.
    .filter(({ where }) => where === 'page')
    .map(({ id, text }) => ({ id, text, count: strips.get(id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
  return (
    <>
      <p>
        {t('studio:week.days', { days: stripsADay.join(', '), perDay })}{' '}
        {t('studio:week.own', { own: ofOwn, total })}
      </p>
      {rows.length === 0 ? (
        <p>{t('studio:week.noStrips')}</p>
      ) : (
        <ul>
          {rows.map(({ id, text, count }) => (
            <li key={id}>
              <span lang="pl">{text || t('studio:list.noText')}</span>{' '}
              <strong>{count === 0 ? t('studio:week.never') : t('studio:card.times', { count })}</strong>
              {total > 0 && count * 4 > total && <span> – {t('studio:week.much')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
