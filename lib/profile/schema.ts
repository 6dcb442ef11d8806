import { z } from 'zod';
import { type System, signalPlaces, views } from '@/lib/page';
import { channels, moments } from '@/lib/standard';

// Without this zod probes `new Function`, which the extension's CSP reports (zod#6671).
z.config({ jitless: true });

/** Invisible and direction-changing characters: a text could read otherwise than it is (CVE-2021-42574). */
const invisible =
  /[\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u;

/** The errors named here are told in words by `explain.ts`. */
const text = (longest: number) =>
  z
    .string()
    .normalize('NFC')
    .min(1)
    .max(longest, { abort: true })
    .refine((value) => value === '' || value.trim() !== '', { error: 'blank' })
    .refine((value) => !invisible.test(value), { error: 'invisible-characters' })
    .refine((value) => !control.test(value), { error: 'control-characters' });

const id = z
  .string()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, { error: 'bad-id' });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'bad-day', abort: true })
  .refine(isDay, { error: 'bad-day' });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'bad-time' });

/** A day that the calendar has; „2026-02-30” is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const tag = '[a-zA-Z][\\w-]*';
const mark = '(?:[#.][\\w-]+|\\[[\\w-]+(?:[~^$*|]?="[^"\\\\]*")?\\])';
const compound = `(?:${tag}${mark}*|${mark}+)`;
/**
 * Tag, #id, .class, [attr], [attr="value"], descendant and child; nothing that costs or reads more (no `:has`, no
 * `*`). No part can match nothing, so that a long text cannot make the match slow.
 */
const selectorGrammar = new RegExp(`^${compound}(?:(?: *> *| +)${compound})*$`);
const selector = z
  .string()
  .min(1, { abort: true })
  .max(120, { abort: true })
  .regex(selectorGrammar, { error: 'bad-selector' });

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

const conditionSchema: z.ZodType<Condition, Condition> = z
  .lazy(() =>
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
  )
  .meta({
    id: 'condition',
    title: 'Warunek',
    description:
      'Kiedy przypomnienie jest na miejscu. Jeden warunek albo kilka połączonych przez „all”, „any”, „not”.',
  });

const cadenceSchema = z.strictObject({
  /** `fading`: returns later and later as the clerk confirms it. `always`: pinned by the team lead, never fades. */
  repeat: z
    .enum(['fading', 'always'])
    .default('fading')
    .describe('„fading”: potwierdzane wraca coraz rzadziej. „always”: zawsze.'),
  /** A cap of its own, below the budget over all reminders. */
  atMost: z
    .strictObject({ times: z.int().min(1).max(50), per: z.enum(['encounter', 'case', 'day', 'week']) })
    .optional(),
  /** Minutes that must pass before it may show again. */
  coolDown: z.int().min(0).max(10_080).optional().describe('Ile minut musi minąć, zanim wróci.'),
});

const reminderSchema = z.strictObject({
  id,
  /** Ids of the provisions it carries, at least one. */
  provisions: z
    .array(id)
    .min(1)
    .max(20)
    .describe('Postanowienia standardu, np. sok.powitanie.1 albo ke.7.2.'),
  moment: momentSchema,
  /** What the clerk is reminded of. */
  text: text(120).describe('O czym urzędnik ma pamiętać, najwyżej 120 znaków.'),
  /** A ready sentence to say aloud; `{…}` fields are filled in from the clerk, the profile and the page. */
  say: text(300)
    .optional()
    .describe(
      'Gotowe zdanie do powiedzenia. Pola: {urząd}, {referat}, {imię i nazwisko}, {stanowisko}, {telefon}, {znak sprawy}.',
    ),
  /** With an encounter running (or a channel chosen), only on these. */
  channels: z.array(channelSchema).min(1).max(4).optional().describe('Tylko przy takiej obsłudze.'),
  when: conditionSchema.optional(),
  /** `page`: may come up as a strip in the page. `panel`: waits in the side panel. */
  where: z
    .enum(['page', 'panel'])
    .default('page')
    .describe('„page”: może pokazać się na stronie. „panel”: czeka w panelu bocznym.'),
  cadence: cadenceSchema.prefault({}),
  /** Of two that are due the greater wins; 5 is ordinary. */
  priority: z
    .int()
    .min(1)
    .max(9)
    .default(5)
    .describe('Z dwóch przypomnień na czasie wygrywa większe; 5 to zwykłe.'),
});

/** What Obok knows without being told: the introduction was said, a number copied, a promise noted, a note made. */
const itemFacts = ['introduced', 'number-given', 'callback-promised', 'note-made'] as const;

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
        not: z.array(signalSchema).max(40).exactOptional(),
      }),
    )
    .max(60),
  leaveAlone: z.array(text(200)).max(20).exactOptional(),
});

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

export const profileSchema = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    format: z.literal('obok-profile/1').describe('Wersja formatu.'),
    id,
    /** Grows with every version handed out; a lower one never replaces a higher. */
    seq: z
      .int()
      .min(0)
      .describe('Numer wydania. Rośnie z każdym wydaniem; niższy nigdy nie zastąpi wyższego.'),
    name: text(120),
    /** The last day, in Warsaw, on which it is handed out; what was taken before goes on. */
    validUntil: day
      .optional()
      .describe('Ostatni dzień, w którym można przyjąć ten profil, np. 2027-12-31. Przyjęty działa dalej.'),
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
    introduction: text(200)
      .optional()
      .describe('Jak urzędnik się przedstawia, np. {urząd}, {referat}, {imię i nazwisko}.'),
    systems: z.array(systemSchema).max(40).default([]).describe('Systemy rozpoznawane na stronach.'),
    reminders: z.array(reminderSchema).max(2_000).default([]).describe('Przypomnienia.'),
    checklists: z
      .array(
        z.strictObject({
          id,
          name: text(120),
          channels: z.array(channelSchema).min(1).max(4).optional(),
          when: conditionSchema.optional().describe('Tylko w takim miejscu albo w takiej sprawie.'),
          items: z
            .array(
              z.strictObject({
                id,
                text: text(120),
                provisions: z.array(id).max(20).default([]),
                knownBy: z
                  .enum(itemFacts)
                  .optional()
                  .describe('Co Obok wie sam i odhacza za urzędnika, gdy to się stało.'),
              }),
            )
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
          say: text(300).optional().describe('Zdanie, które można powiedzieć klientowi.'),
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
          referat: text(120).optional(),
          phone: text(40).optional(),
          email: text(120).optional().describe('Adres służbowy, na który pisze się wiadomość.'),
          subjects: z
            .array(text(80))
            .max(40)
            .default([])
            .describe('Słowa, po których poznać sprawę tej osoby, w mianowniku.'),
          jrwa: z.array(text(8)).max(40).default([]).describe('Początki klas JRWA, które prowadzi ta osoba.'),
          substitute: id.optional().describe('Kto zastępuje: id innej osoby z tej listy.'),
          secretariat: z
            .boolean()
            .optional()
            .describe('Tu przełącza się, gdy nie wiadomo, kto prowadzi sprawę.'),
        }),
      )
      .max(500)
      .default([]),
    callbacks: z
      .strictObject({
        /** „Niezwłocznie”, in working minutes. */
        promptly: z.int().min(5).max(4_800).default(120).describe('Ile minut pracy znaczy „niezwłocznie”.'),
        hours: hoursSchema
          .prefault({})
          .describe('Godziny pracy: dzień tygodnia (1 to poniedziałek) i przedziały.'),
        /** Days a settled callback is kept. */
        retention: z
          .int()
          .min(1)
          .max(365)
          .default(14)
          .describe('Ile dni przechowuje się załatwione oddzwonienie.'),
        /** When the clerk is told of a promise, in minutes; after the due time, minutes in which the office is open. */
        escalation: z
          .strictObject({
            before: z
              .int()
              .min(0)
              .max(480)
              .default(10)
              .describe('Ile minut przed terminem zapowiedzieć oddzwonienie; 0: nie zapowiadać.'),
            every: z
              .int()
              .min(5)
              .max(4_800)
              .default(60)
              .describe('Co ile minut pracy po terminie przypominać, aż będzie załatwione.'),
            substituteAfter: z
              .int()
              .min(5)
              .max(9_600)
              .default(240)
              .describe('Po ilu minutach pracy od terminu zaproponować osobę, która zastępuje.'),
          })
          .prefault({})
          .describe('Kiedy przypominać o oddzwonieniu.'),
        maskPhones: z
          .boolean()
          .default(false)
          .describe('Czy numer klienta w panelu jest zasłonięty, dopóki urzędnik go nie odsłoni.'),
      })
      .prefault({}),
    encounters: z
      .strictObject({
        /** Days an ended encounter is kept. */
        retention: z
          .int()
          .min(1)
          .max(400)
          .default(30)
          .describe('Ile dni przechowuje się zakończoną obsługę (bez danych klienta).'),
        caseSigns: z
          .enum(['hashed', 'as-written'])
          .default('hashed')
          .describe(
            '„hashed”: znak sprawy tylko jako skrót, którego nie da się odczytać. „as-written”: tak jak stoi.',
          ),
      })
      .prefault({}),
    /** Over all reminders, not one per reminder (design: „Reminders that people keep switched on”). */
    budget: z
      .strictObject({
        perDay: z.int().min(0).max(50).default(8).describe('Najwięcej pasków dziennie.'),
        perEncounter: z.int().min(0).max(20).default(3).describe('Najwięcej przy jednym kliencie.'),
        perMoment: z.int().min(0).max(5).default(1).describe('Najwięcej na jednym etapie obsługi.'),
      })
      .prefault({}),
    /** Ids of reminders that a clerk may not switch off. */
    locked: z
      .array(id)
      .max(2_000)
      .default([])
      .describe('Identyfikatory przypomnień, których urzędnik nie może wyłączyć.'),
  })
  .meta({ title: 'Profil Oboka', description: 'Czego jeden referat chce od Oboka.' });

/** What one referat wants. */
export type Profile = z.output<typeof profileSchema>;
/** A profile as written in a file, before defaults. */
export type ProfileSource = z.input<typeof profileSchema>;
/** One short prompt, tied to at least one provision, with a condition for when it is due. */
export type Reminder = Profile['reminders'][number];

// A profile's systems are read by the page reader as they are: the schema and the reader's type must not part.
type Assignable<Target, Source extends Target> = Source;
type _SystemIsRead = Assignable<System, Profile['systems'][number]>;
type _SystemIsWritten = Assignable<Profile['systems'][number], System>;
