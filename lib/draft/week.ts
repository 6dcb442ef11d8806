import { mondayOf, startOfWarsawDay, warsawDay } from '@/lib/calendar';
import type { Encounter } from '@/lib/encounter';
import type { CaseSign, PageContext, View } from '@/lib/page';
import type { Condition, ProfileSource, ReadProfile } from '@/lib/profile';
import { decide, type ReminderEvent } from '@/lib/reminders';
import type { Channel, Moment } from '@/lib/standard';
import { wouldBeInForce } from './bench';

/** How a week at one desk goes, in numbers: on the busy side of ordinary, and the same for every draft. */
const weekAssumptions = {
  days: 5,
  clientsADay: 30,
  channels: { desk: 0.4, 'phone-in': 0.35, 'phone-out': 0.15, letter: 0.1 } satisfies Record<Channel, number>,
  /** How often a case is one that the draft's conditions name. */
  ownCases: 0.5,
  /** How often „Zacznij obsługę” is pressed when a client is there. */
  encounters: 0.7,
  lookedUp: 0.5,
  handedOver: 0.25,
  closed: 0.35,
  decided: 0.25,
  /** How often an expression, a value or an element that is asked for stands in the page. */
  asked: 0.2,
  /** What becomes of a strip; the rest is left until it goes away. */
  answers: { done: 0.55, later: 0.08, 'not-today': 0.04, closed: 0.11 },
};

/** What a week came to. */
export interface Week {
  days: number;
  /** How many strips each reminder had; those without any are not there. */
  strips: Map<string, number>;
  stripsADay: number[];
  /** What the profile lets come up in a day. */
  perDay: number;
}

/** 0 ≤ x < 1, the same row for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Plays a clerk's week against the draft, page by page and answer by answer: how often each reminder would come up as a
 * strip. It is no forecast; it shows which reminder is noise beside which.
 *
 * @param from the week begins on the Monday after this day's week
 * @returns null for a draft that is past reading
 */
export function playWeek(
  draft: ProfileSource,
  below: readonly ReadProfile[],
  from: Date,
  seed = 1,
): Week | null {
  const profile = wouldBeInForce(draft, below);
  if (profile === null) return null;
  const roll = dice(seed);
  const chance = (probability: number) => roll() < probability;
  const pick = <Key extends string>(weights: Record<Key, number>): Key | null => {
    let rest = roll();
    for (const key of Object.keys(weights) as Key[]) {
      rest -= weights[key];
      if (rest < 0) return key;
    }
    return null;
  };
  const asked = askedBy(draft);
  const moments = new Map(profile.reminders.map(({ id, moment }) => [id, moment]));
  const history: ReminderEvent[] = [];
  const strips = new Map<string, number>();
  const stripsADay: number[] = [];
  const monday = mondayOf(warsawDay(from)) + 7;

  const signOf = (number: number): CaseSign => {
    const own = asked.signs[Math.floor(roll() * asked.signs.length)];
    const isOwn = own !== undefined && chance(weekAssumptions.ownCases);
    const cell = (isOwn && own.cell) || 'XX';
    const jrwa = isOwn ? (own.jrwa ?? '').padEnd(4, '0') : '9999';
    return { raw: `${cell}.${jrwa}.${number}.2026`, cell, jrwa, number, year: 2026 };
  };
  const pageOf = (view: View, sign: CaseSign | null): PageContext => ({
    system: asked.systems[Math.floor(roll() * asked.systems.length)] ?? 'ezd-rp',
    view,
    caseSigns: sign ? [sign] : [],
    caseInHand: sign,
    fields: Object.fromEntries(asked.fields.filter(() => chance(weekAssumptions.asked))),
    terms: asked.terms.filter(() => chance(weekAssumptions.asked)),
    elements: asked.elements.filter(() => chance(weekAssumptions.asked)),
    address: `https://ezd.example/${view}/${sign?.number ?? ''}`,
    evidence: [],
  });

  for (let day = 0; day < weekAssumptions.days; day += 1) {
    const opens = startOfWarsawDay(monday + day) + 8 * 60 * 60_000;
    let now = opens;
    let today = 0;
    let channel: Channel = 'desk';
    let encounter: Encounter | null = null;
    /** The clerk looks at a place for some minutes. */
    const visit = (view: View, sign: CaseSign | null, minutes: number) => {
      const context = pageOf(view, sign);
      const decisions = decide({ profile, context, encounter, history, now: new Date(now), channel });
      const strip = decisions.find(({ where }) => where === 'page');
      if (strip) {
        const { reminderId } = strip;
        strips.set(reminderId, (strips.get(reminderId) ?? 0) + 1);
        today += 1;
        const moment = moments.get(reminderId);
        const of = {
          reminderId,
          ...(sign ? { caseKey: sign.raw } : {}),
          ...(encounter ? { encounterId: encounter.id } : {}),
          ...(moment ? { moment } : {}),
        };
        history.push({ ...of, at: now, kind: 'shown' });
        now += 20_000;
        history.push({ ...of, at: now, kind: pick(weekAssumptions.answers) ?? 'closed' });
      }
      now += minutes * 60_000;
    };
    const turnTo = (moment: Moment) => {
      if (encounter) encounter = { ...encounter, moment };
    };

    visit('incoming', null, 3);
    for (let client = 0; client < weekAssumptions.clientsADay; client += 1) {
      now = Math.max(now, opens + client * 15 * 60_000);
      const sign = signOf(1 + Math.floor(roll() * 200));
      channel = pick(weekAssumptions.channels) ?? 'desk';
      visit('case-list', null, 0.5);
      if (channel === 'letter') {
        visit('case', sign, 2);
        visit(chance(weekAssumptions.decided) ? 'decision' : 'letter', sign, 8);
        if (chance(weekAssumptions.closed)) visit('closing', sign, 1);
        continue;
      }
      if (chance(weekAssumptions.lookedUp))
        visit(channel === 'desk' ? 'client' : 'contact-register', sign, 1);
      if (chance(weekAssumptions.encounters)) {
        encounter = { id: `${day}-${client}`, channel, moment: 'greeting', startedAt: now };
      }
      visit('case', sign, 2);
      turnTo('listening');
      visit('case', sign, 3);
      turnTo('plain-language');
      visit('case', sign, 2);
      if (chance(weekAssumptions.handedOver)) {
        turnTo('transferring');
        visit('forwarding', sign, 1);
      }
      turnTo('ending');
      visit(chance(weekAssumptions.closed) ? 'closing' : 'case', sign, 1);
      encounter = null;
    }
    stripsADay.push(today);
  }
  return { days: weekAssumptions.days, strips, stripsADay, perDay: profile.budget.perDay };
}

interface Asked {
  signs: { cell?: string | undefined; jrwa?: string | undefined }[];
  /** By label, the value that is asked for. */
  fields: [label: string, value: string][];
  terms: string[];
  elements: string[];
  systems: string[];
}

/** What the draft's own conditions look for. */
function askedBy({ reminders = [] }: ProfileSource): Asked {
  const asked: Asked = { signs: [], fields: [], terms: [], elements: [], systems: [] };
  const collect = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(collect);
    else if ('any' in condition) condition.any.forEach(collect);
    else if ('not' in condition) collect(condition.not);
    else if ('caseSign' in condition) asked.signs.push(condition.caseSign);
    else if ('text' in condition) asked.terms.push(condition.text);
    else if ('element' in condition) asked.elements.push(condition.element);
    else if ('system' in condition) asked.systems.push(...[condition.system].flat());
    else if ('field' in condition) {
      const { label, equals, contains } = condition.field;
      asked.fields.push([label, equals ?? contains ?? 'tak']);
    }
  };
  for (const { when } of reminders) if (when !== undefined) collect(when);
  return asked;
}
