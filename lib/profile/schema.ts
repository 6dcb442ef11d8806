import { z } from 'zod';
import { type System, signalPlaces, views } from '@/lib/page';
import { channels, moments } from '@/lib/standard';

// Without this zod probes `new Function`, which the extension's CSP reports (zod#6671).
z.config({ jitless: true });

/** Invisible and direction-changing characters: a text could read otherwise than it is (CVE-2021-42574). */
const invisible = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => !invisible.test(value), { error: 'invisible-characters' });

const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, { error: 'bad-id' });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'bad-time' });

/** Tag, #id, .class, [attr], [attr=value], descendant and child; nothing that costs or reads more (no :has, no *). */
const selector = z
  .string()
  .max(120)
  .regex(
    /^(?:[a-zA-Z][\w-]*)?(?:[#.][\w-]+|\[[\w-]+(?:[~^$*|]?="[^"\\]*")?\])*(?:(?:\s*>\s*|\s+)(?:[a-zA-Z][\w-]*)?(?:[#.][\w-]+|\[[\w-]+(?:[~^$*|]?="[^"\\]*")?\])*)*$/,
    { error: 'bad-selector' },
  )
  .min(1);

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1).max(40)]);

const viewSchema = z.enum(views);
const momentSchema = z.enum(moments);
const channelSchema = z.enum(channels);

/** The closed vocabulary. Never an expression, a regular expression or code. */
export type Condition =
  | { view: OneOrMore<(typeof views)[number]> }
  | { system: OneOrMore<string> }
  | { url: string }
  | { caseSign: { cell?: string | undefined; jrwa?: string | undefined } }
  | { field: { label: string; equals?: string | undefined; contains?: string | undefined } }
  | { text: string }
  | { element: string }
  | { channel: OneOrMore<(typeof channels)[number]> }
  | { moment: OneOrMore<(typeof moments)[number]> }
  | { time: { from?: string | undefined; to?: string | undefined; weekdays?: number[] | undefined } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
type OneOrMore<T> = T | T[];

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ view: oneOrMore(viewSchema) }),
    z.strictObject({ system: oneOrMore(id) }),
    z.strictObject({ url: text(300) }),
    z.strictObject({ caseSign: z.strictObject({ cell: text(20).optional(), jrwa: text(8).optional() }) }),
    z.strictObject({
      field: z.strictObject({
        label: text(80),
        equals: text(200).optional(),
        contains: text(200).optional(),
      }),
    }),
    z.strictObject({ text: text(80) }),
    z.strictObject({ element: selector }),
    z.strictObject({ channel: oneOrMore(channelSchema) }),
    z.strictObject({ moment: oneOrMore(momentSchema) }),
    z.strictObject({
      time: z.strictObject({
        from: clock.optional(),
        to: clock.optional(),
        weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
      }),
    }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const cadenceSchema = z.strictObject({
  /** `fading`: returns later and later as the clerk confirms it. `always`: pinned by the team lead, never fades. */
  repeat: z.enum(['fading', 'always']).default('fading'),
  /** A cap of its own, below the budget over all reminders. */
  atMost: z
    .strictObject({ times: z.int().min(1).max(50), per: z.enum(['encounter', 'case', 'day', 'week']) })
    .optional(),
  /** Minutes that must pass before it may show again. */
  coolDown: z.int().min(0).max(10_080).optional(),
});

const reminderSchema = z.strictObject({
  id,
  /** Ids of the provisions it carries, at least one. */
  provisions: z.array(id).min(1).max(20),
  moment: momentSchema,
  /** What the clerk is reminded of. */
  text: text(120),
  /** A ready sentence to say aloud; `{…}` fields are filled in from the clerk, the profile and the page. */
  say: text(300).optional(),
  /** With an encounter running (or a channel chosen), only on these. */
  channels: z.array(channelSchema).min(1).max(4).optional(),
  when: conditionSchema.optional(),
  /** `page`: may come up as a strip in the page. `panel`: waits in the side panel. */
  where: z.enum(['page', 'panel']).default('page'),
  cadence: cadenceSchema.prefault({}),
  /** Of two that are due the greater wins; 5 is ordinary. */
  priority: z.int().min(1).max(9).default(5),
});

const signalSchema = z.union([
  z.strictObject({ in: z.enum(signalPlaces), text: text(120) }),
  z.strictObject({ element: selector }),
  z.strictObject({ host: text(120) }),
  z.strictObject({ path: text(200) }),
]);

const systemSchema = z.strictObject({
  id,
  name: text(80),
  signals: z.array(signalSchema).max(80),
  views: z
    .array(
      z.strictObject({
        view: viewSchema,
        signals: z.array(signalSchema).min(1).max(80),
        not: z.array(signalSchema).max(40).optional(),
      }),
    )
    .max(60),
  leaveAlone: z.array(text(200)).max(20).optional(),
}) satisfies z.ZodType<unknown, unknown>;

const intervals = z.array(z.tuple([clock, clock])).max(6);
const hoursSchema = z.strictObject({
  1: intervals.optional(),
  2: intervals.optional(),
  3: intervals.optional(),
  4: intervals.optional(),
  5: intervals.optional(),
  6: intervals.optional(),
  7: intervals.optional(),
});

export const profileSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  format: z.literal('obok-profile/1'),
  id,
  /** Grows with every version handed out; a lower one never replaces a higher. */
  seq: z.int().min(0),
  name: text(120),
  office: z.strictObject({ name: text(120), phone: text(40).optional() }).optional(),
  referat: z
    .strictObject({
      name: text(120),
      /** Cells that stand at the head of this referat's case signs. */
      cells: z.array(text(20)).max(20).optional(),
      phone: text(40).optional(),
    })
    .optional(),
  /** How a clerk introduces themself, e.g. „{urząd}, {referat}, {imię i nazwisko}”. */
  introduction: text(200).optional(),
  systems: z.array(systemSchema).max(40).default([]),
  reminders: z.array(reminderSchema).max(2_000).default([]),
  checklists: z
    .array(
      z.strictObject({
        id,
        name: text(120),
        channels: z.array(channelSchema).min(1).max(4).optional(),
        items: z
          .array(z.strictObject({ id, text: text(120), provisions: z.array(id).max(20).default([]) }))
          .min(1)
          .max(12),
      }),
    )
    .max(40)
    .default([]),
  glossary: z
    .array(
      z.strictObject({
        id,
        headword: text(80),
        meaning: text(300),
        forms: z.array(text(80)).max(200).optional(),
      }),
    )
    .max(2_000)
    .default([]),
  directory: z
    .array(
      z.strictObject({
        id,
        person: text(120),
        position: text(120).optional(),
        phone: text(40).optional(),
        subjects: z.array(text(80)).max(40).default([]),
        jrwa: z.array(text(8)).max(40).default([]),
      }),
    )
    .max(500)
    .default([]),
  callbacks: z
    .strictObject({
      /** „Niezwłocznie”, in working minutes. */
      promptly: z.int().min(5).max(4_800).default(120),
      hours: hoursSchema.prefault({}),
      /** Days a settled callback is kept. */
      retention: z.int().min(1).max(365).default(14),
    })
    .prefault({}),
  /** Over all reminders, not one per reminder (design: „Reminders that people keep switched on”). */
  budget: z
    .strictObject({
      perDay: z.int().min(0).max(50).default(8),
      perEncounter: z.int().min(0).max(20).default(3),
      perMoment: z.int().min(0).max(5).default(1),
    })
    .prefault({}),
  /** Ids of reminders that a clerk may not switch off. */
  locked: z.array(id).max(2_000).default([]),
});

/** What one referat wants. */
export type Profile = z.output<typeof profileSchema>;
/** A profile as written in a file, before defaults. */
export type ProfileSource = z.input<typeof profileSchema>;
/** One short prompt, tied to at least one provision, with a condition for when it is due. */
export type Reminder = Profile['reminders'][number];

// A profile's systems are read by the page reader as they are: the schema and the reader's type must not part.
type _SystemsAgree = Profile['systems'][number] extends { id: string; name: string } ? System : never;
