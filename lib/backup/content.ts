import * as z from 'zod/mini';
import { listOrders, shownCallers, shownStates } from '@/lib/callbacks';
import { readLockedKey } from '@/lib/signing';
import { channels, moments } from '@/lib/standard';
import type { KeptData, KeptSingles } from '@/lib/store';

/** What a copy may hold at most: ten times what a busy desk keeps. */
export const mostBytes = 64_000_000;

const format = 'obok-backup/1';

/** A copy that was read: what is in it, and how many rows of each kind could not be read. */
export interface Backup {
  /** Milliseconds since the epoch. */
  madeAt: number;
  kept: KeptData;
  /** Rows that are damaged; they stay in the file. */
  setAside: number;
}

/** @returns the bytes of the content; null where it is more than a copy may hold */
export function encodeBackup(kept: KeptData, now: Date): Uint8Array<ArrayBuffer> | null {
  const content = { format, madeAt: now.getTime(), ...lasting(kept) };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return bytes.length > mostBytes ? null : bytes;
}

/** Without what is true of this minute only: the service that runs, a notification that stands, a screen that is shared. */
function lasting({ callbacks, encounters, history, singles }: KeptData): KeptData {
  const { switches, ...others } = singles;
  return {
    callbacks: callbacks.map(({ telling: _, ...rest }) => rest),
    encounters: encounters.filter(({ endedAt }) => endedAt !== undefined),
    history,
    singles: { ...others, ...(switches ? { switches: { ...switches, quiet: false } } : {}) },
  };
}

/** Why a content is no copy that this version can read. */
export type ContentFault = 'newer' | 'hand-over' | 'unknown-content';

export function decodeBackup(bytes: Uint8Array<ArrayBuffer>): Backup | ContentFault {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'unknown-content';
  }
  const named = z.looseObject({ format: z.string() }).safeParse(content);
  if (!named.success) return 'unknown-content';
  if (named.data.format.startsWith('obok-oddzwonienia/')) return 'hand-over';
  if (/^obok-backup\/([2-9]|[1-9]\d+)$/.test(named.data.format)) return 'newer';
  const read = whole.safeParse(content);
  return read.success ? checked(read.data) : 'unknown-content';
}

const text = z.string().check(z.maxLength(20_000));
/** Any day that a calendar can show. */
const moment = z.int().check(z.minimum(0), z.maximum(Date.UTC(2200, 0)));
const rows = z.array(z.unknown());

const whole = z.looseObject({
  format: z.literal(format),
  madeAt: moment,
  callbacks: rows,
  encounters: rows,
  history: rows,
  singles: z.record(z.string(), z.unknown()),
});

const callback = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  kind: z.enum(['call', 'message']),
  state: z.enum(['open', 'attempted', 'kept', 'broken', 'handed-over', 'withdrawn']),
  reason: z.enum(['missed', 'client-at-desk', 'colleague-absent', 'must-check', 'unfinished']),
  promisedAt: moment,
  due: moment,
  agreedAt: z.optional(moment),
  name: z.optional(text),
  phone: z.optional(text),
  extension: z.optional(text),
  subject: z.optional(text),
  caseSign: z.optional(text),
  note: z.optional(text),
  colleague: z.optional(text),
  takenFrom: z.optional(text),
  encounterId: z.optional(text),
  attempts: z
    .array(
      z.looseObject({
        at: moment,
        outcome: z.enum(['reached', 'no-answer', 'wrong-number', 'client-called', 'as-agreed']),
      }),
    )
    .check(z.maxLength(10_000)),
  isLate: z.optional(z.literal(true)),
  settledAt: z.optional(moment),
  announced: z.optional(z.array(text)),
});

const encounter = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  channel: z.enum(channels),
  moment: z.enum(moments),
  startedAt: moment,
  setAsideAt: z.optional(moment),
  endedAt: moment,
  course: z.optional(z.array(z.looseObject({ moment: z.enum(moments), at: moment }))),
  cases: z.optional(z.array(text)),
  checklist: z.optional(z.record(z.string(), z.enum(['done', 'not-applicable', 'not-done']))),
  unfinished: z.optional(z.looseObject({ items: z.array(text), reason: z.optional(text) })),
  waiting: z.optional(z.looseObject({ since: moment, minutes: z.number() })),
});

const event = z.looseObject({
  reminderId: text,
  at: moment,
  kind: z.enum(['shown', 'done', 'later', 'not-today', 'not-in-case', 'not-here', 'closed']),
  caseKey: z.optional(text),
  encounterId: z.optional(text),
  moment: z.optional(text),
  address: z.optional(text),
});

const count = z.int().check(z.minimum(0));
const singles: Record<keyof KeptSingles, z.ZodMiniType> = {
  clerk: z.looseObject({
    name: z.optional(text),
    position: z.optional(text),
    referat: z.optional(text),
    office: z.optional(text),
    phone: z.optional(text),
    language: z.optional(z.enum(['pl', 'en'])),
    channel: z.optional(z.enum(channels)),
    snoozes: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(10_000))).check(z.maxLength(20))),
  }),
  switches: z.looseObject({
    reminders: z.array(text),
    systems: z.array(text),
    addresses: z.array(text),
    quiet: z.boolean(),
  }),
  'first-run-done': z.boolean(),
  underlining: z.record(z.string(), z.enum(['off', 'on-request', 'always'])),
  'clerk-glossary': z.looseObject({
    favourites: z.array(text),
    terms: z.array(
      z.looseObject({
        id: text,
        headword: text,
        meaning: text,
        say: z.optional(text),
        forms: z.optional(z.array(text)),
      }),
    ),
  }),
  'callback-view': z.looseObject({
    state: z.enum(shownStates),
    caller: z.enum(shownCallers),
    order: z.enum(listOrders),
  }),
  figures: z.record(
    z.string().check(z.regex(/^\d{4}-W\d\d$/)),
    z.looseObject({ inTime: count, late: count, times: z.array(count).check(z.maxLength(100)) }),
  ),
  profiles: z.array(
    z.looseObject({
      layer: z.enum(['office', 'referat']),
      source: z.string().check(z.maxLength(1_000_000)),
      signature: z.optional(z.looseObject({ key: text, value: text })),
      takenAt: moment,
      from: z.union([
        z.looseObject({ kind: z.literal('file'), name: text }),
        z.looseObject({ kind: z.literal('address'), address: text }),
      ]),
    }),
  ),
  'profile-draft': z.looseObject({
    profile: z.looseObject({}),
    issued: z.nullable(z.string()),
    revision: z.int(),
  }),
  gone: z.looseObject({
    since: moment,
    goings: z.array(
      z.looseObject({
        at: moment,
        why: z.enum(['over', 'erased']),
        ids: z.array(text),
        marks: z.optional(z.looseObject({ key: text, of: z.array(text) })),
        hasOthers: z.optional(z.literal(true)),
      }),
    ),
  }),
  'signing-key': z.unknown().check(z.refine((key) => readLockedKey(JSON.stringify(key) ?? '') !== null)),
};

/** How many rows cannot be read; a copy would count them as damaged. */
export function countDamaged(kept: KeptData): number {
  return checked({ format, madeAt: 0, ...lasting(kept) } as z.infer<typeof whole>).setAside;
}

/** Row by row: one that is damaged is set aside, and the others are read. */
function checked(content: z.infer<typeof whole>): Backup {
  let setAside = 0;
  const good = <Row>(found: unknown[], schema: z.ZodMiniType): Row[] =>
    found.filter((row): row is Row => {
      const isGood = schema.safeParse(row).success;
      if (!isGood) setAside += 1;
      return isGood;
    });
  const kept: KeptData = {
    callbacks: good(content.callbacks, callback),
    encounters: good(content.encounters, encounter),
    history: good(content.history, event),
    singles: Object.fromEntries(
      Object.entries(content.singles).filter(([name, value]) => {
        // Another version of Obok may have kept what this one does not know.
        const schema = Object.hasOwn(singles, name) ? singles[name as keyof KeptSingles] : null;
        const isGood = schema?.safeParse(value).success ?? false;
        if (!isGood) setAside += 1;
        return isGood;
      }),
    ),
  };
  return { madeAt: content.madeAt, kept, setAside };
}
