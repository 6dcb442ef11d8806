import type { Encounter } from '@/lib/encounter';
import type { CaseSign, PageContext } from '@/lib/page';
import { type Profile, type ProfileSource, profileSchema } from '@/lib/profile';
import { type DecideInput, type Decision, decide, type ReminderEvent } from '@/lib/reminders';

type ReminderSource = NonNullable<ProfileSource['reminders']>[number];

/** A profile with these reminders, every default filled in as the product does. */
export function profileOf(
  reminders: (Partial<ReminderSource> & { id: string })[],
  rest: Partial<ProfileSource> = {},
): Profile {
  return profileSchema.parse({
    format: 'obok-profile/1',
    id: 'gostynin.finanse',
    seq: 1,
    name: 'Referat Finansowy',
    reminders: reminders.map((reminder) => ({
      provisions: ['sok.powitanie.1'],
      moment: 'greeting',
      text: `Tekst ${reminder.id}`,
      ...reminder,
    })),
    ...rest,
  });
}

export function signOf(cell: string, jrwa: string, number: number, year = 2026): CaseSign {
  return { raw: `${cell}.${jrwa}.${number}.${year}`, cell, jrwa, number, year };
}

/** A page of EZD that shows one case. */
export function pageOf(changes: Partial<PageContext> = {}): PageContext {
  const sign = signOf('FN', '3120', 14);
  return {
    system: 'ezd-rp',
    view: 'case',
    caseSigns: [sign],
    caseInHand: sign,
    fields: {},
    terms: [],
    elements: [],
    address: 'https://ezd.gostynin.example/sprawy/14',
    evidence: [],
    ...changes,
  };
}

export function encounterOf(changes: Partial<Encounter> = {}): Encounter {
  return { id: 'e1', channel: 'desk', moment: 'greeting', startedAt: 0, ...changes };
}

/** A Thursday, 10:00 in Warsaw. */
export const thursday = new Date('2026-11-19T10:00:00+01:00');

export function event(
  kind: ReminderEvent['kind'],
  at: string | Date | number,
  changes: Partial<ReminderEvent> = {},
): ReminderEvent {
  return { reminderId: 'r', kind, at: new Date(at).getTime(), ...changes };
}

/** Decides on an ordinary page at an ordinary hour, but for what the test changes. */
export function decideOn(profile: Profile, changes: Partial<DecideInput> = {}): Decision[] {
  return decide({ profile, context: pageOf(), now: thursday, ...changes });
}

export function decisionFor(id: string, decisions: Decision[]): Decision {
  const found = decisions.find(({ reminderId }) => reminderId === id);
  if (!found) throw new Error(`no decision for ${id}`);
  return found;
}
