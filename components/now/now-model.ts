import { type Encounter, effectiveMoment, isRunning } from '@/lib/encounter';
import { type PageContext, systemNames } from '@/lib/page';
import {
  fillSentence,
  type Profile,
  type Reminder,
  type SentenceField,
  sentenceFactsOf,
} from '@/lib/profile';
import { type Decision, decide, decisionsByMoment, type ReminderEvent, type Switches } from '@/lib/reminders';
import { type Channel, type Moment, moments, type Provision } from '@/lib/standard';
import { type Introduction, introductionOf } from '../introduction';
import type { OpenPage } from './open-page';

/** Who sits at the desk, as the store keeps it. */
interface NowClerk {
  name: string;
  position: string;
  referat: string;
  office: string;
  phone: string;
  language: 'pl' | 'en';
  channel: Channel;
}

export interface NowInput {
  profile: Profile;
  clerk: NowClerk;
  encounter: Encounter | null;
  history: readonly ReminderEvent[];
  switches: Switches;
  page: OpenPage;
  /** The keyed hash of the case in hand; null where there is none. */
  caseKey: string | null;
  now: Date;
  /** Looks a provision up by its id. */
  provisionOf(id: string): Provision | undefined;
}

/** One reminder as the panel shows it. */
export interface ReminderCard {
  id: string;
  moment: Moment;
  text: string;
  /** The ready sentence, filled in; null where there is none. */
  say: string | null;
  provisions: Provision[];
  why: string[];
  /** True while the strip in the page shows this very reminder. */
  isOnPage: boolean;
  /** True where the team lead does not let it be switched off. */
  isLocked: boolean;
}

export interface CardGroup {
  moment: Moment;
  isPresent: boolean;
  cards: ReminderCard[];
}

/** A reminder that is not shown now. */
export interface RestingReminder {
  id: string;
  text: string;
  why: string[];
  isSwitchedOff: boolean;
}

/** All that „Teraz” shows. */
export interface NowModel {
  channel: Channel;
  /** What the switch offers: a letter only where one is written. */
  channels: Channel[];
  encounter: Encounter | null;
  /** The stage of service at this minute; null while no encounter runs. */
  moment: Moment | null;
  /** True where the open page, not the clerk, says which moment this is. */
  isMomentFromPage: boolean;
  introduction: Introduction;
  /** What matters now first. */
  groups: CardGroup[];
  /** Those switched off first. */
  resting: RestingReminder[];
}

/** Where a letter is being written or signed. */
const writing = new Set<PageContext['view']>(['letter', 'decision']);
const spoken: Channel[] = ['desk', 'phone-in', 'phone-out'];

/** Puts together what „Teraz” shows. Pure: the same input gives the same screen. */
export function nowModel(input: NowInput): NowModel {
  const { profile, clerk, page, now, history, switches, caseKey } = input;
  const context = page.kind === 'read' ? page.context : null;
  const encounter = input.encounter && isRunning(input.encounter) ? input.encounter : null;
  const moment = encounter && effectiveMoment(encounter, context?.view ?? null);
  const channel = encounter?.channel ?? clerk.channel;
  const facts = factsOf(profile, clerk, context);
  const decisions = decide({
    profile,
    systemNames: systemNames(),
    context,
    encounter,
    history,
    now,
    switches,
    caseKey,
    channel: encounter ? null : clerk.channel,
    language: clerk.language,
  });
  const strip = page.kind === 'read' ? page.strip : null;
  const locked = new Set(profile.locked);
  const cardOf = (reminder: Reminder, decision: Decision): ReminderCard => {
    const isOnPage = strip?.reminderId === reminder.id;
    return {
      id: reminder.id,
      moment: reminder.moment,
      text: reminder.text,
      say: reminder.say === undefined ? null : fillSentence(reminder.say, facts).text,
      provisions: reminder.provisions
        .map((id) => input.provisionOf(id))
        .filter((found) => found !== undefined),
      // Once it stands in the page it has spent its budget: the reasons are those for which it came.
      why: isOnPage && strip ? strip.why : decision.why,
      isOnPage,
      isLocked: locked.has(reminder.id),
    };
  };

  return {
    channel,
    channels: writing.has(context?.view ?? 'other') || channel === 'letter' ? [...spoken, 'letter'] : spoken,
    encounter,
    moment,
    isMomentFromPage: encounter !== null && moment !== encounter.moment,
    introduction: introductionOf(channel, profile, facts),
    groups: groupsOf(decisions, profile, moment, cardOf),
    resting: restingOf(decisions, profile, switches),
  };
}

function factsOf(
  profile: Profile,
  clerk: NowClerk,
  context: PageContext | null,
): Partial<Record<SentenceField, string>> {
  const sign = context?.caseInHand?.raw;
  return { ...sentenceFactsOf(profile, clerk), ...(sign === undefined ? {} : { 'znak sprawy': sign }) };
}

function groupsOf(
  decisions: readonly Decision[],
  profile: Profile,
  moment: Moment | null,
  cardOf: (reminder: Reminder, decision: Decision) => ReminderCard,
): CardGroup[] {
  const groups = decisionsByMoment(decisions, profile, moment).map((group) => ({
    moment: group.moment,
    isPresent: group.moment === moment,
    // What stands in the page comes first: the eye goes from there to here.
    cards: group.due
      .map(({ reminder, decision }) => cardOf(reminder, decision))
      .sort((a, b) => Number(b.isOnPage) - Number(a.isOnPage)),
  }));
  if (moment !== null) return groups;
  // With no client in the room the place on the screen decides, and the best reminder of all is the first decision.
  const best =
    groups.find(({ cards }) => cards.some(({ isOnPage }) => isOnPage))?.moment ??
    profile.reminders.find(({ id }) => id === decisions[0]?.reminderId)?.moment;
  return groups.sort((a, b) => Number(b.moment === best) - Number(a.moment === best));
}

function restingOf(decisions: readonly Decision[], profile: Profile, switches: Switches): RestingReminder[] {
  const reminders = new Map(profile.reminders.map((reminder) => [reminder.id, reminder]));
  const off = new Set(switches.reminders);
  const locked = new Set(profile.locked);
  return decisions
    .filter(({ shown }) => !shown)
    .flatMap(({ reminderId, why }) => {
      const reminder = reminders.get(reminderId);
      if (reminder === undefined) return [];
      const isSwitchedOff = off.has(reminderId) && !locked.has(reminderId);
      return [{ id: reminderId, text: reminder.text, why, isSwitchedOff }];
    })
    .sort((a, b) => Number(b.isSwitchedOff) - Number(a.isSwitchedOff));
}

/** The stages that an encounter goes through, in their order. The workplace is made ready before it. */
export const encounterMoments: readonly Moment[] = moments.filter((moment) => moment !== 'workplace');
