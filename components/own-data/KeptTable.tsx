import { RetryButton } from '../failure';
import { t } from './words';

type Kind = 'callbacks' | 'encounters' | 'events' | 'terms' | 'profiles' | 'weeks' | 'conditions';

/** What was measured, or how that stands. */
export type Measuring =
  | { kind: 'measuring' }
  | { kind: 'failed' }
  | {
      kind: 'measured';
      /** Bytes, roughly, and from when the next of it may be deleted. */
      of: Record<Kind | 'others', { bytes: number; nextAt: number | null }>;
      /** What all of it takes on the disk and what there is room for, in bytes, as the browser estimates. */
      disk: { taken: number; room: number } | null;
    };

/** Whose word it is how long something is kept. */
type Layer = 'base' | 'office' | 'referat';

export interface KeptTableProps {
  hasClerk: boolean;
  counts: Record<Kind, number>;
  /** Days that each is kept. */
  days: { callbacks: number; encounters: number; events: number };
  saidBy: { callbacks: Layer; encounters: Layer };
  measuring: Measuring;
  onMeasure(): Promise<void>;
  now: Date;
  language: 'pl' | 'en';
}

interface Row {
  what: string;
  count: string | number;
  /** In bytes; null where it is not told. */
  size: number | null;
  howLong: string;
  /** Who says so. */
  saidBy?: string | undefined;
  /** When the next of it goes. */
  next?: string | undefined;
}

/** What is kept, how much of it, for how long, by whose word, and when the next of it goes. */
export function KeptTable(props: KeptTableProps) {
  const { hasClerk, counts, days, saidBy, measuring, now, language } = props;
  const measured = measuring.kind === 'measured' ? measuring : null;
  const counted = (kind: Kind, howLong: string, more: Partial<Row> = {}): Row => ({
    what: t(`data:kept.${kind === 'weeks' ? 'figures' : kind}`),
    count: counts[kind],
    size: counts[kind] === 0 ? null : (measured?.of[kind].bytes ?? null),
    howLong,
    next: nextText(measured?.of[kind].nextAt ?? null, now, language),
    ...more,
  });
  const byLayer = (layer: Layer) => t(`data:kept.saidBy.${layer}`);
  const rows: Row[] = [
    {
      what: t('data:kept.clerk'),
      count: hasClerk ? t('data:kept.isThere') : t('data:kept.isNotThere'),
      size: null,
      howLong: t('data:kept.untilErased'),
    },
    counted('callbacks', t('data:kept.settled', { count: days.callbacks }), {
      saidBy: byLayer(saidBy.callbacks),
    }),
    counted('encounters', t('data:kept.days', { count: days.encounters }), {
      saidBy: byLayer(saidBy.encounters),
    }),
    counted('events', t('data:kept.days', { count: days.events }), { saidBy: t('data:kept.saidBy.obok') }),
    counted('terms', t('data:kept.untilErased')),
    counted('weeks', t('data:kept.aYear')),
    counted('conditions', t('data:kept.whileInForce')),
    counted('profiles', t('data:kept.untilErased')),
    {
      what: t('data:kept.others'),
      count: t('data:kept.isThere'),
      size: measured?.of.others.bytes ?? null,
      howLong: t('data:kept.untilErased'),
    },
    {
      what: t('data:kept.memory'),
      count: t('data:kept.inMemory'),
      size: null,
      howLong: t('data:kept.untilServed'),
    },
  ];
  const isEmpty = !hasClerk && Object.values(counts).every((count) => count === 0);
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('data:kept.title')}</h2>
      <p>{t('data:kept.text')}</p>
      {isEmpty && <p className="kept-empty">{t('data:kept.empty')}</p>}
      <table className="kept">
        <thead>
          <tr>
            <th scope="col">{t('data:kept.what')}</th>
            <th scope="col">{t('data:kept.count')}</th>
            <th scope="col">{t('data:kept.howLong')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, count, size, howLong, saidBy, next }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                {typeof count === 'number' ? count.toLocaleString(language) : count}
                {size !== null && <span className="soft kept-more">{sizeText(size, language)}</span>}
              </td>
              <td>
                {howLong}
                {saidBy !== undefined && <span className="soft kept-more">{saidBy}</span>}
                {next !== undefined && <span className="soft kept-more">{next}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('data:kept.daily')}</p>
      {measuring.kind === 'failed' ? (
        <div role="alert" className="kept-failed">
          <p className="fault">{t('data:kept.failed')}</p>
          <RetryButton onRetry={props.onMeasure} />
        </div>
      ) : (
        <p className="soft" role="status">
          {diskText(measuring, language)}
        </p>
      )}
    </section>
  );
}

function diskText(measuring: Measuring, language: 'pl' | 'en'): string {
  if (measuring.kind !== 'measured') return t('data:kept.measuring');
  const { disk } = measuring;
  if (disk === null) return t('data:kept.sizeUntold');
  const size = sizeText(disk.taken, language);
  return t('data:kept.size', { size, room: sizeText(Math.max(0, disk.room - disk.taken), language) });
}

/** „najbliższe znikną 12 grudnia”; what has had its time goes when the browser is next started, or within a day. */
function nextText(at: number | null, now: Date, language: 'pl' | 'en'): string | undefined {
  if (at === null) return undefined;
  if (at <= now.getTime()) return t('data:kept.nextNow');
  const date = new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Warsaw',
    day: 'numeric',
    month: 'long',
    year: at - now.getTime() > 300 * 86_400_000 ? 'numeric' : undefined,
  }).format(at);
  return t('data:kept.next', { date });
}

/** `0,4 MB`. @param bytes a rough number: no more than a tenth is told of it */
function sizeText(bytes: number, language: 'pl' | 'en'): string {
  const [unit, by] =
    bytes < 100_000
      ? (['kilobyte', 1_000] as const)
      : bytes < 1_000_000_000
        ? (['megabyte', 1_000_000] as const)
        : (['gigabyte', 1_000_000_000] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  }).format(unit === 'kilobyte' ? Math.max(1, Math.round(bytes / by)) : bytes / by);
}
