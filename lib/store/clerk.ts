import { usualSnoozes } from '@/lib/callbacks';
import type { Switches } from '@/lib/reminders';
import type { Channel } from '@/lib/standard';
import { database, type SingleRow } from './database';
import { readPolicyRow } from './policy';

/** Who sits at the desk; all of it typed by the clerk at first run. */
export interface Clerk {
  /** First and last name, as said aloud: „Anna Nowak”. */
  name: string;
  /** „inspektor”, „podinspektor do spraw wymiaru podatków”. */
  position: string;
  /** The referat as said aloud; empty for what the profile says. */
  referat: string;
  /** The office as said aloud; empty for what the profile says. */
  office: string;
  /** The number a client may ring with questions; empty for what the profile says. */
  phone: string;
  language: 'pl' | 'en';
  /** The channel last chosen on the switch. */
  channel: Channel;
  /** How far a call back is put off by one press, in working minutes. */
  snoozes: readonly number[];
}

export const unnamedClerk: Clerk = {
  name: '',
  position: '',
  referat: '',
  office: '',
  phone: '',
  language: 'pl',
  channel: 'desk',
  snoozes: usualSnoozes,
};

const allOn: Switches = { reminders: [], systems: [], addresses: [], quiet: false };

type ValueOf<Name extends SingleRow['name']> = Extract<SingleRow, { name: Name }>['value'];

async function single<Name extends SingleRow['name']>(name: Name): Promise<ValueOf<Name> | undefined> {
  return (await database().singles.get(name))?.value as ValueOf<Name> | undefined;
}

/** The clerk, or blanks before first run; what the administrator says stands before it, or whatever she says. */
export async function readClerk(): Promise<Clerk> {
  const [typed, { policy }] = await Promise.all([single('clerk'), readPolicyRow()]);
  const clerk = { ...unnamedClerk, ...typed };
  // A field left empty is left to whoever knows it.
  const open = Object.entries(policy.defaults).filter(([fact]) => !typed?.[fact as keyof Clerk]);
  return { ...clerk, ...Object.fromEntries(open), ...policy.enforced };
}

/** Writes the given parts; what is not given stays. Resolves when it is on the disk. */
export async function saveClerk(parts: Partial<Clerk>): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    await database().singles.put({ name: 'clerk', value: { ...(await single('clerk')), ...parts } });
  });
}

/** The clerk's own switches; all on where none was touched. */
export async function readSwitches(): Promise<Switches> {
  return { ...allOn, ...(await single('switches')) };
}

/** Changes the switches in one transaction, so that two screens cannot undo one another. */
export async function changeSwitches(change: (switches: Switches) => Switches): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    await database().singles.put({ name: 'switches', value: change(await readSwitches()) });
  });
}

/** True once the clerk has been through first run (or has put it off). */
export async function isFirstRunDone(): Promise<boolean> {
  return (await single('first-run-done')) ?? false;
}

export async function setFirstRunDone(): Promise<void> {
  await database().singles.put({ name: 'first-run-done', value: true });
}
