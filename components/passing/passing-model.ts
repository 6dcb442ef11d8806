import {
  type Entry,
  type FindSubjects,
  type Proposal,
  proposeFor,
  substituteOf,
  type Why,
} from '@/lib/directory';
import type { CaseSign } from '@/lib/page';
import type { Channel } from '@/lib/standard';
import type { PassingDraft } from './passing-draft';

/** The person a client is passed on to. */
export interface Target extends Pick<Entry, 'person' | 'position' | 'referat' | 'phone' | 'email'> {
  /** Null for one typed by hand. */
  entry: Entry | null;
  why: (Why | { by: 'substitute'; person: string })[];
}

export interface PassingInput {
  directory: readonly Entry[];
  findSubjects: FindSubjects;
  /** Of the case on the page; null where there is none. */
  caseSign: Pick<CaseSign, 'raw' | 'jrwa'> | null;
  channel: Channel;
  clerkName: string;
  draft: PassingDraft;
}

export interface PassingModel {
  /** Null while nobody is known, or where it is the clerk's own matter. */
  target: Target | null;
  /** True where the matter is the clerk's own and nobody else was picked (ke.5.2). */
  isOwn: boolean;
  /** Who else may be meant, the best first. */
  others: Target[];
  /** Who is next where the target is absent or busy. */
  next: Target | null;
  matter: string;
  /** The sign that goes into what is said and written; null where the matter is another. */
  sign: string | null;
}

/** Whom to pass the client on to, and what is known. Pure: the same input gives the same screen. */
export function passingModel(input: PassingInput): PassingModel {
  const { directory, draft, caseSign } = input;
  const matter = draft.matter.trim();
  const proposals = proposeFor({
    directory,
    matter,
    caseSign: draft.isAboutCase === false ? null : caseSign,
    clerkName: input.clerkName,
    findSubjects: input.findSubjects,
  });
  const isOwn = proposals[0]?.own === true && draft.chosen === null && draft.typed === null;
  const away = new Set(draft.away);
  const candidates = proposals
    .filter(({ own }) => !own)
    .map(({ entry, why }) => targetOf(entry, why))
    .filter((one) => !away.has(idOf(one)));
  const target = isOwn ? null : chosenOf(draft, candidates, proposals, directory);
  const others = candidates.filter((one) => idOf(one) !== (target ? idOf(target) : ''));
  return {
    target,
    isOwn,
    others,
    next: target && nextAfter(target, others, directory, away),
    matter,
    sign: isAboutCase(draft, matter, target) ? (caseSign?.raw ?? null) : null,
  };
}

function idOf({ entry }: Target): string {
  return entry?.id ?? '';
}

function targetOf(entry: Entry, why: Target['why']): Target {
  const { person, position, referat, phone, email } = entry;
  return { entry, person, why, position, referat, phone, email };
}

function chosenOf(
  { typed, chosen, away }: PassingDraft,
  candidates: readonly Target[],
  proposals: readonly Proposal[],
  directory: readonly Entry[],
): Target | null {
  if (typed !== null) {
    const person = typed.person.trim();
    const phone = typed.phone.trim();
    return person === '' ? null : { entry: null, person, why: [], ...(phone === '' ? {} : { phone }) };
  }
  if (chosen === null) return candidates[0] ?? null;
  const proposed = candidates.find((one) => idOf(one) === chosen);
  if (proposed) return proposed;
  const entry = directory.find(({ id }) => id === chosen);
  if (!entry) return candidates[0] ?? null;
  const absent =
    [...away].reverse().find((id) => proposals.some((one) => one.entry.id === id)) ?? away.at(-1);
  const person = directory.find(({ id }) => id === absent)?.person;
  return targetOf(entry, person === undefined ? [] : [{ by: 'substitute', person }]);
}

function nextAfter(
  target: Target,
  others: readonly Target[],
  directory: readonly Entry[],
  away: ReadonlySet<string>,
): Target | null {
  const substitute = target.entry && substituteOf(target.entry, directory, away);
  const known = others.find((one) => idOf(one) === substitute?.id);
  if (substitute && !known) return targetOf(substitute, [{ by: 'substitute', person: target.person }]);
  return known ?? others[0] ?? null;
}

/** A client may ask about refuse while the clerk's screen shows a tax case: then its sign is left out. */
function isAboutCase({ isAboutCase: said }: PassingDraft, matter: string, target: Target | null): boolean {
  if (said !== null) return said;
  if (matter === '' || target === null || target.entry === null) return true;
  return target.why.some(({ by }) => by === 'jrwa');
}
