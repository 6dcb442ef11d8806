import type { Sitting } from './computers';

const minute = 60_000;

/** A step of which the clerk was told, and how late, in milliseconds. */
export interface Told {
  key: string;
  late: number;
  wasAsleep: boolean | null;
}

/** Every step that has been told of and whose notification was shown, and the browser's clock. */
const toldSteps = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise((resolve, reject) => {
    const request = database.transaction('callbacks').objectStore('callbacks').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return { now: Date.now(), keys: rows.flatMap(({ announced = [], telling }) => telling ? [] : announced) };`;

interface Read {
  now: number;
  keys: string[];
}

/** What was told of so far; a browser that is busy with its start may leave a question without any answer. */
export async function readTold(sitting: Sitting): Promise<Read> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await Promise.race([
      sitting.inExtension<Read>(toldSteps).catch(() => null),
      new Promise<null>((over) => setTimeout(over, 30_000, null)),
    ]);
    if (answer) return answer;
  }
  throw new Error('The browser gives no answer.');
}

/** When a step comes, in milliseconds since the epoch; the first word ten minutes before, as without a profile. */
function timeOf(key: string): number {
  const [kind, due] = key.split('@');
  return Number(due) - (kind === 'before' ? 10 * minute : 0);
}

/** Looks until all of `dues` were told of, and never wakes anybody by it. */
export async function watchUntilTold(sitting: Sitting, dues: number[]): Promise<Told[]> {
  const told = new Map<string, Told>();
  const seen: { now: number; isAsleep: boolean }[] = [];
  const first = await readTold(sitting);
  const before = new Set(first.keys);
  // By a clock that nobody sets meanwhile.
  const end = performance.now() + Math.max(0, Math.max(...dues) - first.now) + 20 * minute;
  for (;;) {
    const isAsleep = await sitting.isAsleep();
    const { now, keys } = await readTold(sitting);
    for (const key of keys) {
      if (told.has(key) || before.has(key)) continue;
      const wasAsleep = seen.findLast((look) => look.now < timeOf(key))?.isAsleep ?? null;
      told.set(key, { key, late: now - timeOf(key), wasAsleep });
    }
    seen.push({ now, isAsleep });
    if (dues.every((due) => told.has(`due@${due}`))) return [...told.values()];
    if (performance.now() > end)
      throw new Error(
        `Not told of after 20 minutes: ${dues.filter((due) => !told.has(`due@${due}`)).length}`,
      );
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** How late, in seconds, as a line of a table. */
export function figures(name: string, late: number[]): void {
  const sorted = [...late].sort((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) / 1000).toFixed(2);
  const median = at(0.5);
  process.stdout.write(
    `${name}: ${sorted.length}; min ${at(0.0001)} s, median ${median} s, p95 ${at(0.95)} s, p99 ${at(0.99)} s, max ${at(1)} s\n`,
  );
}
