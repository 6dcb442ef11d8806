import { isoWeekday, warsawDay, warsawMinute } from '@/lib/calendar';
import { type Encounter, effectiveMoment, isRunning } from '@/lib/encounter';
import type { CaseSign, PageContext } from '@/lib/page';
import type { Channel, Moment } from '@/lib/standard';
import type { Surroundings, Switches } from './decision';
import { type Sentences, sentencesOf } from './sentences';

/** All that a condition or a rule may look at, made once per decision. */
export interface Situation {
  context: PageContext | null;
  /** The service of a client, only while it runs. */
  encounter: Encounter | null;
  /** The stage of service at this minute; null while no encounter runs. */
  moment: Moment | null;
  /** Of the encounter, or the one the clerk has chosen; null where neither is known. */
  channel: Channel | null;
  /** The case in hand, else the only sign on the page. */
  sign: CaseSign | null;
  /** How that case stands in history. */
  caseKey: string | null;
  /** Values by comparable label. */
  fields: Map<string, string>;
  now: number;
  /** In Warsaw. */
  today: number;
  minute: number;
  weekday: number;
  switches: Switches;
  /** What people call the systems, by id. */
  systemNames: ReadonlyMap<string, string>;
  say: Sentences;
}

const noSwitches: Switches = { reminders: [], systems: [], addresses: [], quiet: false };

/** Puts the facts of one decision together. @param systems those that the profile describes, to tell of them by name */
export function situationOf(
  input: Surroundings,
  systems: readonly { id: string; name: string }[] = [],
): Situation {
  const { context } = input;
  const encounter = input.encounter && isRunning(input.encounter) ? input.encounter : null;
  const sign = context === null ? null : signInHand(context);
  const now = input.now.getTime();
  const today = warsawDay(now);
  return {
    context,
    encounter,
    moment: encounter && effectiveMoment(encounter, context?.view ?? null),
    channel: encounter?.channel ?? input.channel ?? null,
    sign,
    caseKey: input.caseKey ?? sign?.raw ?? null,
    fields: fieldsOf(context),
    now,
    today,
    minute: warsawMinute(now),
    weekday: isoWeekday(today),
    switches: input.switches ?? noSwitches,
    systemNames: new Map([
      ...(input.systemNames ?? []),
      ...systems.map(({ id, name }) => [id, name] as const),
    ]),
    say: sentencesOf(input.language ?? 'pl'),
  };
}

function signInHand({ caseInHand, caseSigns }: PageContext): CaseSign | null {
  if (caseInHand) return caseInHand;
  return caseSigns.length === 1 ? (caseSigns[0] ?? null) : null;
}

function fieldsOf(context: PageContext | null): Map<string, string> {
  const fields = new Map<string, string>();
  if (context === null) return fields;
  for (const label of Object.keys(context.fields)) {
    const key = comparable(label);
    // Of two labels that differ only in case or colon the first on the page stands.
    if (!fields.has(key)) fields.set(key, context.fields[label] ?? '');
  }
  return fields;
}

/** A label without case, colon and white space, in one Unicode form; Polish letters stay what they are. */
export function comparable(label: string): string {
  return label
    .normalize('NFC')
    .replace(/[\s:]+/gu, '')
    .toLowerCase();
}
