import { isWorkingDay, warsawParts } from '@/lib/calendar';
import type { Callback } from '@/lib/callbacks';
import { storedRows } from '../browser/stored-rows';

/** @param dueOf in a script: the time to put the promise `row` to, the `number`th of all; undefined for none */
const writeDues = (dueOf: string) => `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('callbacks', 'readwrite', { durability: 'strict' });
    const rows = transaction.objectStore('callbacks');
    const all = rows.getAll();
    all.onsuccess = () => all.result.forEach((row, number) => {
      const due = ${dueOf};
      if (due !== undefined) rows.put({ ...row, due, agreedAt: Date.now() });
    });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();`;

/** As the panel does. */
const tellBackground = `
  const tell = () => api.runtime.sendMessage({ obok: 'panel→background: changed', data: { what: 'callbacks' } });
  await tell().catch(tell).catch(() => null);`;

/** Puts the promise with the number `arg.phone` to `arg.due`, and tells nobody. */
export const putOffSilently = `${storedRows}
  const meant = (await storedRows('callbacks')).filter(({ phone }) => phone === arg.phone).map(({ id }) => id);
  ${writeDues('meant.includes(row.id) ? arg.due : undefined')}`;

/** The same, and tells the background. */
export const putOff = `${putOffSilently}${tellBackground}`;

/** Puts every promise off, to one of the times `arg` each, and tells the background once. */
export const putAllOff = `${writeDues('arg[number]')}${tellBackground}`;

/** A time at which the office is open, one for each number up to some four hundred: `2.12 9:04`. */
export function openTime(number: number): { text: string; clock: string } {
  let day = new Date(Date.now() + 48 * 60 * 60_000);
  while (!isWorkingDay(day)) day = new Date(day.getTime() + 24 * 60 * 60_000);
  const { day: date, month } = warsawParts(day);
  const clock = `${8 + Math.floor(number / 60)}:${String(number % 60).padStart(2, '0')}`;
  return { text: `${date}.${month} ${clock}`, clock: clock.padStart(5, '0') };
}

/** How often each step of a promise was marked as told; one that is still being told of is not told. */
export const toldOf = ({ announced = [], telling }: Callback) => [
  ...announced,
  ...(telling ? ['telling'] : []),
];
