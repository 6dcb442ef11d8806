import { useId } from 'react';
import type { ShownWeek } from '@/lib/callbacks';
import { t } from './words';

export interface WeekChartProps {
  weeks: ShownWeek[];
  /** What stands below a bar. */
  labelOf(week: ShownWeek): string;
  /** What the picture is, for whoever hears it; the table below tells all. */
  name: string;
}

/** In units of the picture, which grows and shrinks with the screen; at the sides there is room for half a date. */
const size = { width: 600, height: 204, top: 30, bottom: 32, side: 18 };

/** A bar for each week: what was kept in time, and above it, hatched, what was late. No colour alone tells anything. */
export function WeekChart({ weeks, labelOf, name }: WeekChartProps) {
  const hatch = useId();
  const most = Math.max(1, ...weeks.map(({ inTime, late }) => inTime + late));
  const step = size.width / weeks.length;
  const bar = step * 0.62;
  const height = size.height - size.top - size.bottom;
  const ground = size.top + height;
  return (
    <figure className="week-chart">
      <svg
        viewBox={`${-size.side} 0 ${size.width + 2 * size.side} ${size.height}`}
        role="img"
        aria-label={name}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="chart-hatch-ground" width="6" height="6" />
            <rect className="chart-hatch" width="3" height="6" />
          </pattern>
        </defs>
        <line className="chart-line" x1="0" x2={size.width} y1={ground} y2={ground} />
        {weeks.map((week, index) => {
          const { inTime, late } = week;
          const x = index * step + (step - bar) / 2;
          const low = (inTime / most) * height;
          const high = (late / most) * height;
          // Twelve dates in a narrow panel would run into one another.
          const isLabelled = (weeks.length - 1 - index) % 2 === 0;
          return (
            <g key={week.week}>
              <rect className="chart-in-time" x={x} y={ground - low} width={bar} height={low} />
              {late > 0 && (
                <rect
                  className="chart-late"
                  fill={`url(#${hatch})`}
                  x={x}
                  y={ground - low - high}
                  width={bar}
                  height={high}
                />
              )}
              {inTime + late > 0 && (
                <text x={x + bar / 2} y={ground - low - high - 5}>
                  {inTime + late}
                </text>
              )}
              {isLabelled && (
                <text x={x + bar / 2} y={size.height - 8}>
                  {labelOf(week)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span className="chart-key is-in-time" aria-hidden="true" /> {t('insight:inTime')}
        <span className="chart-key is-late" aria-hidden="true" /> {t('insight:late')}
      </figcaption>
    </figure>
  );
}
