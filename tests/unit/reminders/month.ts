import { type Encounter, effectiveMoment } from '@/lib/encounter';
import type { CaseSign, PageContext, View } from '@/lib/page';
import type { Profile } from '@/lib/profile';
import { type Decision, decide, fadingOf, type ReminderEvent } from '@/lib/reminders';
import type { Channel, Moment } from '@/lib/standard';

/** How one office day goes, in numbers. Invented, and meant to be on the busy side of ordinary. */
export const assumptions = {
  /** Office days: four whole weeks and two days. */
  days: 22,
  clientsADay: 30,
  channels: { desk: 0.4, 'phone-in': 0.35, 'phone-out': 0.15, letter: 0.1 } satisfies Record<Channel, number>,
  /** How often the clerk presses „Zacznij obsługę” when a client is there. */
  encounters: 0.7,
  /** How often the client's card or the register of calls is opened before the case. */
  lookedUp: 0.5,
  /** How often something is searched for in the middle of the talk. */
  searched: 0.3,
  /** How often a letter is written while the client waits. */
  writtenAtOnce: 0.3,
  /** How often what is written is a decision, with no client there. */
  decided: 0.25,
  handedOver: 0.25,
  closed: 0.35,
  /** How often „postanowienie” stands on the page. */
  jargon: 0.2,
  /** What becomes of a strip; the rest is left until it goes away. */
  answers: { done: 0.55, later: 0.08, 'not-today': 0.04, 'not-in-case': 0.02, closed: 0.11 },
  /** How often the first reminder of the moment in the panel is confirmed there. */
  confirmedInPanel: 0.2,
};

/** A reminder the clerk has met: as a strip, or as the first of its moment in the panel beside the encounter. */
interface Met {
  /** 0-based, of the office days. */
  day: number;
  reminderId: string;
  as: 'strip' | 'panel';
}

export interface Month {
  met: Met[];
  stripsADay: number[];
  history: ReminderEvent[];
  /** Reminders that are a habit at the opening of each week. */
  habits: Set<string>[];
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

/** From Monday to Friday. */
export const daysAWeek = 5;

/** 8:00 in Warsaw of each office day from Monday 5 October 2026; the clocks change on the 25th. */
function officeDays(count: number): number[] {
  const days: number[] = [];
  for (let date = Date.UTC(2026, 9, 5); days.length < count; date += 24 * 60 * 60_000) {
    const weekday = new Date(date).getUTCDay();
    const winter = date >= Date.UTC(2026, 9, 25);
    if (weekday >= 1 && weekday <= 5) days.push(date + (winter ? 7 : 6) * 60 * 60_000);
  }
  return days;
}

/** Plays a clerk's month against a profile: every page, every strip and every answer. */
export function playMonth(profile: Profile, seed: number): Month {
  const roll = dice(seed);
  const month: Month = { met: [], stripsADay: [], history: [], habits: [] };
  const chance = (probability: number) => roll() < probability;
  const pick = <T extends string>(weights: Record<T, number>): T | null => {
    let rest = roll();
    for (const key of Object.keys(weights) as T[]) {
      rest -= weights[key];
      if (rest < 0) return key;
    }
    return null;
  };

  for (const [day, opens] of officeDays(assumptions.days).entries()) {
    let now = opens;
    let encounter: Encounter | null = null;
    let channel: Channel = 'desk';
    let strips = 0;
    if (day % daysAWeek === 0) month.habits.push(habitsOf(profile, month.history));

    const note = (decision: Decision, kind: ReminderEvent['kind'], sign: CaseSign | null) => {
      const { reminderId } = decision;
      const moment = profile.reminders.find(({ id }) => id === reminderId)?.moment;
      month.history.push({
        reminderId,
        at: now,
        kind,
        ...(sign ? { caseKey: sign.raw } : {}),
        ...(encounter ? { encounterId: encounter.id } : {}),
        ...(moment ? { moment } : {}),
      });
    };

    /** The clerk looks at a place for some minutes. */
    const visit = (view: View, sign: CaseSign | null, minutes: number) => {
      const context = pageOf(view, sign, chance(assumptions.jargon));
      const decisions = decide({
        profile,
        context,
        encounter,
        history: month.history,
        now: new Date(now),
        channel,
      });
      const strip = decisions.find(({ where }) => where === 'page');
      if (strip) {
        strips += 1;
        month.met.push({ day, reminderId: strip.reminderId, as: 'strip' });
        note(strip, 'shown', sign);
        now += 20_000;
        note(strip, pick(assumptions.answers) ?? 'closed', sign);
      }
      if (encounter) {
        const present = effectiveMoment(encounter, view);
        const first = decisions.find(
          ({ where, reminderId }) =>
            where === 'panel' &&
            profile.reminders.some(({ id, moment }) => id === reminderId && moment === present),
        );
        if (first) {
          month.met.push({ day, reminderId: first.reminderId, as: 'panel' });
          if (chance(assumptions.confirmedInPanel)) note(first, 'done', sign);
        }
      }
      now += minutes * 60_000;
    };

    const turnTo = (moment: Moment) => {
      if (encounter) encounter = { ...encounter, moment };
    };

    visit('incoming', null, 3);
    for (let client = 0; client < assumptions.clientsADay; client += 1) {
      now = Math.max(now, opens + client * 15 * 60_000);
      const sign = signOf(Math.floor(roll() * 200));
      channel = pick(assumptions.channels) ?? 'desk';

      visit('case-list', null, 0.5);
      if (channel === 'letter') {
        visit('case', sign, 2);
        visit(chance(assumptions.decided) ? 'decision' : 'letter', sign, 8);
        if (chance(assumptions.closed)) visit('closing', sign, 1);
        continue;
      }
      if (chance(assumptions.lookedUp)) visit(channel === 'desk' ? 'client' : 'contact-register', null, 1);
      if (chance(assumptions.encounters)) {
        encounter = { id: `${day}-${client}`, channel, moment: 'greeting', startedAt: now };
      }
      visit('case', sign, 2);
      turnTo('listening');
      visit('case', sign, 3);
      if (chance(assumptions.searched)) visit('search', null, 0.5);
      turnTo('plain-language');
      if (chance(assumptions.writtenAtOnce)) visit('letter', sign, 3);
      else visit('case', sign, 2);
      if (chance(assumptions.handedOver)) {
        turnTo('transferring');
        visit('forwarding', sign, 1);
      }
      turnTo('ending');
      if (chance(assumptions.closed)) visit('closing', sign, 1);
      else visit('case', sign, 1);
      encounter = null;
      if (channel !== 'desk') visit('contact-register', null, 1);
    }
    month.stripsADay.push(strips);
  }
  return month;
}

function signOf(number: number): CaseSign {
  const jrwa = ['3120', '3123', '3133', '6730'][number % 4] ?? '3120';
  return { raw: `FN.${jrwa}.${number + 1}.2026`, cell: 'FN', jrwa, number: number + 1, year: 2026 };
}

function habitsOf(profile: Profile, history: readonly ReminderEvent[]): Set<string> {
  return new Set(profile.reminders.map(({ id }) => id).filter((id) => fadingOf(id, history).habit));
}

function pageOf(view: View, sign: CaseSign | null, hasJargon: boolean): PageContext {
  return {
    system: 'ezd-rp',
    view,
    caseSigns: sign ? [sign] : [],
    caseInHand: sign,
    fields: {},
    terms: hasJargon ? ['postanowienie'] : [],
    elements: [],
    address: `https://ezd.gostynin.example/${view}/${sign?.number ?? ''}`,
    evidence: [],
  };
}
