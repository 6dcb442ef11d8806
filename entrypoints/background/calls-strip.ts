import { warsawDay } from '@/lib/calendar';
import { isDue, isPending } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { CallsAnswer, CallsModel } from '@/lib/messaging';
import type { PageContext } from '@/lib/page';
import type { Switches } from '@/lib/reminders';
import { changeCallsStrip, nextTurn, readCallsStrip, readUnsettledCallbacks } from '@/lib/store';

/** „Później”: a quarter of an hour. */
const putOff = 15 * 60_000;

/** What a page and its clerk say of the strip of due calls. */
interface Place {
  tabId: number;
  document: string;
  context: PageContext;
  encounter: Encounter | null;
  switches: Switches;
  language: CallsModel['language'];
  /** True where the strip stands in a tab that is looked at. */
  isLookedAt(tabId: number): Promise<boolean>;
}

/** No turn is this: what stands is to be told anew. */
const stale = 0;

/** Asks for the strip: the clerk has just been told that calls are due. One that stands counts them anew. */
export function wantCallsStrip(now: Date): Promise<void> {
  return changeCallsStrip((strip) => ({
    from: now.getTime(),
    ...(strip?.standing === undefined ? {} : { standing: { ...strip.standing, turn: stale } }),
  }));
}

/** Nothing is due any more. Where the strip stands it is taken out of the page first, which forgets it. */
export async function dropCallsStrip(): Promise<void> {
  if ((await readCallsStrip()) === null) return;
  await changeCallsStrip((strip) => (strip?.standing === undefined ? null : strip));
}

/**
 * What the strip of due calls is to show in this place, or null for nothing. It says how many and since when, never
 * whom: a client may look at the screen, and a page can read it. While a client is at the desk it does not come.
 */
export async function callsModelFor(place: Place, now: Date): Promise<CallsModel | null> {
  const strip = await readCallsStrip();
  if (strip === null || strip.from > now.getTime() || place.encounter?.channel === 'desk') return null;
  const { switches, context } = place;
  const isOff =
    switches.quiet ||
    switches.addresses.includes(context.address) ||
    (context.system !== null && switches.systems.includes(context.system));
  if (isOff) return null;
  const { standing } = strip;
  const isElsewhere = standing !== undefined && standing.tabId !== place.tabId;
  // One strip, however many windows: it moves only out of a tab that nobody looks at.
  if (isElsewhere && (await place.isLookedAt(standing.tabId))) return null;
  const due = (await readUnsettledCallbacks()).filter((one) => isPending(one) && isDue(one, now));
  if (due.length === 0) return null;
  const first = Math.min(...due.map((callback) => callback.due));
  const turn = isElsewhere ? stale : (standing?.turn ?? stale);
  return {
    turn: turn === stale ? await nextTurn() : turn,
    calls: { count: due.length, time: timeOf(first, now) },
    language: place.language,
  };
}

/** Notes where the strip stands now. @returns the other tab out of which it is to be taken, or null */
export async function standIn(tabId: number, document: string, turn: number): Promise<number | null> {
  let left: number | null = null;
  await changeCallsStrip((strip) => {
    if (strip === null) return null;
    if (strip.standing !== undefined && strip.standing.tabId !== tabId) left = strip.standing.tabId;
    return { ...strip, standing: { tabId, document, turn } };
  });
  return left;
}

/** The strip no longer stands in that tab, unseen: it comes again. @returns whether it stood there */
export async function takeCallsOut(tabId: number): Promise<boolean> {
  // Asked of every page that is read, and mostly there is nothing to write.
  if ((await readCallsStrip())?.standing?.tabId !== tabId) return false;
  let stood = false;
  await changeCallsStrip((strip) => {
    stood = strip?.standing?.tabId === tabId;
    return stood && strip ? { from: strip.from } : strip;
  });
  return stood;
}

/** @returns when it is wanted again, null for never; undefined for an answer to a strip that no longer stands */
export async function takeCallsAnswer(
  tabId: number,
  turn: number,
  answer: CallsAnswer,
  now: Date,
): Promise<number | null | undefined> {
  let again: number | null | undefined;
  await changeCallsStrip((strip) => {
    if (strip?.standing?.tabId !== tabId) return strip;
    // Counted anew while it was pressed, it is another turn; but who has opened the panel sees them all.
    if (strip.standing.turn !== turn && answer !== 'show') return strip;
    again = answer === 'later' ? now.getTime() + putOff : null;
    return again === null ? null : { from: again };
  });
  return again;
}

/** `14:30`, with the day where it is not today's. */
function timeOf(at: number, now: Date): string {
  const isToday = warsawDay(at) === warsawDay(now);
  return new Intl.DateTimeFormat('pl-PL', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: '2-digit' }),
  }).format(at);
}
