import {
  type CaseSign,
  findCaseSigns,
  type PageAsks,
  type PageContext,
  systemNames,
  type View,
} from '@/lib/page';
import {
  baseProfile,
  mergeProfiles,
  type Profile,
  type ProfileSource,
  type ReadProfile,
  type Reminder,
  rereadProfile,
} from '@/lib/profile';
import { asksOf, type Decision, decide } from '@/lib/reminders';
import type { Channel, Moment } from '@/lib/standard';

/** What a team lead says is on the screen and who is being served. */
export interface BenchSituation {
  view: View;
  /** Id of a system; null for a page that is not recognised. */
  system: string | null;
  /** As it stands in the page; empty for none. */
  caseSign: string;
  /** Chosen on the panel's switch, or the service's. */
  channel: Channel;
  /** Null while nobody is being served. */
  moment: Moment | null;
  /** Values by label. */
  fields: Record<string, string>;
  /** Terms and selectors that are there. */
  terms: string[];
  elements: string[];
}

export const firstSituation: BenchSituation = {
  view: 'case',
  system: 'ezd-rp',
  caseSign: '',
  channel: 'desk',
  moment: null,
  fields: {},
  terms: [],
  elements: [],
};

/** The answer for one reminder of what would be in force. */
export interface BenchLine {
  reminder: Reminder;
  decision: Decision;
  /** True for a reminder that the draft itself brings. */
  isOwn: boolean;
}

export interface BenchInput {
  draft: ProfileSource;
  /** Profiles that lie under the draft, the base not among them. */
  below: readonly ReadProfile[];
  /** A page that is open, as the reader tells it, instead of the page that `situation` describes. */
  page: PageContext | null;
  situation: BenchSituation;
  now: Date;
  language: 'pl' | 'en';
}

/** The draft laid over what is in force; null for one that is past reading. Mistakes elsewhere do not stop it. */
export function wouldBeInForce(draft: ProfileSource, below: readonly ReadProfile[]): Profile | null {
  const read = rereadProfile(JSON.stringify(draft));
  return read && mergeProfiles(baseProfile(), ...below, read);
}

/**
 * Tells of every reminder that would be in force whether it would come up, and why: for a clerk who has not answered any
 * yet.
 *
 * @returns in the order in which `decide` gives them: the strip, the panel, what is not shown
 */
export function benchOf({ draft, below, page, situation, now, language }: BenchInput): BenchLine[] {
  const profile = wouldBeInForce(draft, below);
  if (profile === null) return [];
  const own = new Set((draft.reminders ?? []).map(({ id }) => id));
  const reminders = new Map(profile.reminders.map((reminder) => [reminder.id, reminder]));
  const { channel, moment } = situation;
  return decide({
    profile,
    systemNames: systemNames(),
    context: page ?? pageOf(situation),
    encounter: moment && { id: 'bench', channel, moment, startedAt: now.getTime() },
    channel,
    now,
    language,
  }).flatMap((decision) => {
    const reminder = reminders.get(decision.reminderId);
    return reminder ? [{ reminder, decision, isOwn: own.has(reminder.id) }] : [];
  });
}

/** What the conditions of the draft look at in a page. */
export function asksOfDraft(draft: ProfileSource, below: readonly ReadProfile[]): PageAsks {
  const profile = wouldBeInForce(draft, below);
  if (profile === null) return { labels: [], terms: [], elements: [] };
  const own = new Set((draft.reminders ?? []).map(({ id }) => id));
  return asksOf({
    ...profile,
    reminders: profile.reminders.filter(({ id }) => own.has(id)),
    checklists: [],
  });
}

/** Headwords and ids, in small letters, of the terms whose forms a condition on a text is found in. */
export function termsFound(draft: ProfileSource, below: readonly ReadProfile[]): Set<string> {
  const glossary = wouldBeInForce(draft, below)?.glossary ?? [];
  return new Set(glossary.flatMap(({ id, headword }) => [id, headword.toLowerCase()]));
}

/** The sign that a person typed; null where it is none. */
export function signIn(text: string): CaseSign | null {
  return findCaseSigns(text)[0] ?? null;
}

/** A page without its values, with those that a team lead has made up for it. */
export function filledIn(page: PageContext, { caseSign, fields, terms }: BenchSituation): PageContext {
  const sign = signIn(caseSign);
  return {
    ...page,
    ...(sign && page.caseSigns.length > 0 ? { caseSigns: [sign], caseInHand: page.caseInHand && sign } : {}),
    fields: Object.fromEntries(
      Object.entries(page.fields).map(([label, value]) => [label, fields[label] || value]),
    ),
    terms: [...new Set([...page.terms, ...terms])],
  };
}

function pageOf({ view, system, caseSign, fields, terms, elements }: BenchSituation): PageContext {
  const sign = signIn(caseSign);
  return {
    system,
    view,
    caseSigns: sign ? [sign] : [],
    caseInHand: sign,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    terms,
    elements,
    address: 'https://stanowisko-probne.example/',
    evidence: [],
  };
}
