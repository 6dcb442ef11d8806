import type { Encounter, ItemAnswer } from '@/lib/encounter';
import type { PageContext } from '@/lib/page';
import type { Profile } from '@/lib/profile';
import { closenessOf, conditionHolds } from '@/lib/reminders';
import type { Channel } from '@/lib/standard';
import type { EndingFacts, ItemFact } from './ending-facts';

type List = Profile['checklists'][number];

/** More is a form to fill in, not a glance before the goodbye. */
export const mostItems = 10;

/** One thing not to be left unclear, with what is known of it. */
export interface EndingItem {
  /** `list/item`: under it the answer stands in the encounter. */
  key: string;
  list: { id: string; name: string };
  text: string;
  provisions: string[];
  /** Null while nobody has answered and Obok knows nothing. */
  answer: Exclude<ItemAnswer, 'not-done'> | null;
  /** With `done`: why Obok ticked it itself; null where the clerk has spoken. */
  knownBy: ItemFact | null;
  /** True where it stands among the callbacks: it will be done, though not now. */
  isPromised: boolean;
}

/** True while nothing became of an item: neither done, nor beside the point, nor promised. */
export function isOpen({ answer, isPromised }: EndingItem): boolean {
  return answer === null && !isPromised;
}

export interface EndingInput {
  profile: Pick<Profile, 'checklists'>;
  /** The service; null before it begins. */
  encounter: Encounter | null;
  /** What the clerk has chosen on the switch; a service knows its own. */
  channel: Channel;
  /** Null where no page is read. */
  context: PageContext | null;
  facts: EndingFacts;
  now: Date;
}

/**
 * The ending list of one service: of every checklist of the profile that fits its channel and whose condition holds,
 * the narrowest first; an item of the same id or the same text stands once, as the narrower list has it.
 *
 * @returns at most `mostItems`; what is too many is the end of the most general list
 */
export function endingItems(input: EndingInput): EndingItem[] {
  const { profile, encounter, facts } = input;
  const channel = encounter?.channel ?? input.channel;
  const surroundings = { context: input.context, encounter, channel, now: input.now };
  const lists = profile.checklists
    .filter(({ channels, when }) => {
      if (channels !== undefined && !channels.includes(channel)) return false;
      return when === undefined || conditionHolds(when, surroundings);
    })
    // Stable: of two equally narrow the profile's order decides.
    .sort(narrowerFirst);
  const answerTo = answersOf(profile, encounter);
  const taken = new Set<string>();
  const found: EndingItem[] = [];
  for (const list of lists) {
    for (const item of list.items) {
      const names = [`id ${item.id}`, `text ${folded(item.text)}`];
      if (names.some((name) => taken.has(name))) continue;
      for (const name of names) taken.add(name);
      const key = keyOf(list, item);
      const said = answerTo(key, item.text);
      const knows = said === undefined && item.knownBy !== undefined && facts.known.has(item.knownBy);
      found.push({
        key,
        list: { id: list.id, name: list.name },
        text: item.text,
        provisions: item.provisions,
        answer: knows ? 'done' : said === undefined || said === 'not-done' ? null : said,
        knownBy: knows ? (item.knownBy ?? null) : null,
        isPromised: facts.promised.has(item.text),
      });
    }
  }
  return found.slice(0, mostItems);
}

/** A list tied to a sign or a field before one of a view, before one with any condition, before one of few channels. */
function narrowerFirst(a: List, b: List): number {
  return (
    closenessOf(b.when) - closenessOf(a.when) ||
    Number(b.when !== undefined) - Number(a.when !== undefined) ||
    (a.channels?.length ?? Number.MAX_SAFE_INTEGER) - (b.channels?.length ?? Number.MAX_SAFE_INTEGER)
  );
}

/** A call that becomes a visit, or a page that brings a narrower list, asks nothing twice: the same text, the same answer. */
function answersOf({ checklists }: Pick<Profile, 'checklists'>, encounter: Encounter | null) {
  const answers = encounter?.checklist ?? {};
  const byText = new Map<string, ItemAnswer>();
  for (const list of checklists) {
    for (const item of list.items) {
      const answer = answers[keyOf(list, item)];
      if (answer !== undefined && !byText.has(folded(item.text))) byText.set(folded(item.text), answer);
    }
  }
  return (key: string, text: string): ItemAnswer | undefined => answers[key] ?? byText.get(folded(text));
}

function keyOf(list: List, item: List['items'][number]): string {
  return `${list.id}/${item.id}`;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
