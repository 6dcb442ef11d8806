import { useMemo } from 'react';
import { type Figures, type ShownWeek, shownFigures } from '@/lib/callbacks';
import { dayText, spanText, weekText } from './span-text';
import { WeekChart } from './WeekChart';
import { t } from './words';

export interface FiguresSectionProps {
  figures: Figures;
  now: Date;
  language: 'pl' | 'en';
  onErase(): void;
}

/** How the clerk keeps her promises to call back, week by week, for her own eyes. */
export function FiguresSection({ figures, now, language, onErase }: FiguresSectionProps) {
  const { weeks, all } = useMemo(() => shownFigures(figures, now), [figures, now]);
  const isEmpty = Object.keys(figures).length === 0;
  const kept = all.inTime + all.late;
  return (
    <section aria-labelledby="insight-title" className="insight">
      <h2 id="insight-title">{t('insight:title')}</h2>
      <p>{t('insight:own')}</p>
      {isEmpty ? (
        <p className="soft">{t('insight:none')}</p>
      ) : (
        <>
          <h3>{t('insight:lastWeeks')}</h3>
          {kept === 0 ? (
            <p className="soft">{t('insight:noneLately')}</p>
          ) : (
            <dl className="figures">
              <Figure name={t('insight:inTime')} value={all.inTime.toLocaleString(language)} />
              <Figure name={t('insight:late')} value={all.late.toLocaleString(language)} />
              {all.median !== null && <Figure name={t('insight:median')} value={spanText(all.median)} />}
            </dl>
          )}
          {kept > 0 && (
            <WeekChart weeks={weeks} labelOf={chartLabel} name={t('insight:chart', { count: kept })} />
          )}
          <details>
            <summary>{t('insight:asTable')}</summary>
            <WeekTable weeks={weeks} language={language} />
          </details>
          <p className="soft">{t('insight:how')}</p>
          <button type="button" onClick={onErase}>
            {t('insight:erase')}
          </button>
        </>
      )}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The day on which a week begins: „23.11”. */
const chartLabel = ({ monday }: ShownWeek) => dayText(monday);

/** The same as the chart, for whoever does not see it or wants to know exactly. */
function WeekTable({ weeks, language }: { weeks: ShownWeek[]; language: 'pl' | 'en' }) {
  return (
    <table className="week-table">
      <thead>
        <tr>
          <th scope="col">{t('insight:week')}</th>
          <th scope="col">{t('insight:inTime')}</th>
          <th scope="col">{t('insight:late')}</th>
          <th scope="col">{t('insight:medianShort')}</th>
        </tr>
      </thead>
      <tbody>
        {[...weeks].reverse().map(({ week, monday, inTime, late, median }) => (
          <tr key={week}>
            <th scope="row">{weekText(monday)}</th>
            <td>{inTime.toLocaleString(language)}</td>
            <td>{late.toLocaleString(language)}</td>
            <td>{median === null ? '–' : spanText(median)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
