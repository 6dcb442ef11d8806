import * as z from 'zod/mini';
import { type System, signalPlaces, views } from '@/lib/page';
import { channels, moments } from '@/lib/standard';

// `zod/mini` is a third of `zod`, and makes no code of text (zod#6671).

/** What an editor shows of a value; it goes into the JSON Schema. */
function told<Schema extends z.ZodMiniType>(
  schema: Schema,
  words: string | { id?: string; title: string; description: string },
): Schema {
  z.globalRegistry.add(schema, typeof words === 'string' ? { description: words } : words);
  return schema;
}
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const list = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));
const some = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));

/** Invisible and direction-changing characters: a text could read otherwise than it is (CVE-2021-42574). */
const invisible =
  /[\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u;

/** The errors named here are told in words by `explain.ts`. */
const text = (longest: number) =>
  z.string().check(
    z.normalize('NFC'),
    z.minLength(1),
    z.maxLength(longest, { abort: true }),
    z.refine((value) => value === '' || value.trim() !== '', { error: 'blank' }),
    z.refine((value) => !invisible.test(value), { error: 'invisible-characters' }),
    z.refine((value) => !control.test(value), { error: 'control-characters' }),
  );

const id = z
  .string()
  .check(z.normalize('NFC'), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, { error: 'bad-id' }));
const day = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'bad-day', abort: true }),
    z.refine(isDay, { error: 'bad-day' }),
  );
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'bad-time' }));

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
  .check(
    z.minLength(1, { abort: true }),
    z.maxLength(120, { abort: true }),
    z.regex(selectorGrammar, { error: 'bad-selector' }),
  );

const oneOrMore = <Item extends z.ZodMiniType>(item: Item) => z.union([item, some(item, 40)]);

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

const conditionSchema: z.ZodMiniType<Condition, Condition> = told(
  z.lazy(() =>
    z.union([
      z.strictObject({ view: oneOrMore(viewSchema) }),
      z.strictObject({ system: oneOrMore(id) }),
      z.strictObject({ url: text(300) }),
      z.strictObject({ caseSign: z.strictObject({ cell: z.optional(text(20)), jrwa: z.optional(text(8)) }) }),
      z.strictObject({
        field: z.strictObject({
          label: text(80),
          equals: z.optional(text(200)),
          contains: z.optional(text(200)),
        }),
      }),
      z.strictObject({ text: text(80) }),
      z.strictObject({ element: selector }),
      z.strictObject({ channel: oneOrMore(channelSchema) }),
      z.strictObject({ moment: oneOrMore(momentSchema) }),
      z.strictObject({
        time: z.strictObject({
          from: z.optional(clock),
          to: z.optional(clock),
          weekdays: z.optional(some(whole(1, 7), 7)),
        }),
      }),
      z.strictObject({ all: some(conditionSchema, 20) }),
      z.strictObject({ any: some(conditionSchema, 20) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  ),
  {
    id: 'condition',
    title: 'Warunek',
    description:
      'Kiedy przypomnienie jest na miejscu. Jeden warunek albo kilka połączonych przez „all”, „any”, „not”.',
  },
);

const cadenceSchema = z.strictObject({
  /** `fading`: returns later and later as the clerk confirms it. `always`: pinned by the team lead, never fades. */
  repeat: told(
    z._default(z.enum(['fading', 'always']), 'fading'),
    '„fading”: potwierdzane wraca coraz rzadziej. „always”: zawsze.',
  ),
  /** A cap of its own, below the budget over all reminders. */
  atMost: z.optional(
    z.strictObject({ times: whole(1, 50), per: z.enum(['encounter', 'case', 'day', 'week']) }),
  ),
  /** Minutes that must pass before it may show again. */
  coolDown: told(z.optional(whole(0, 10_080)), 'Ile minut musi minąć, zanim wróci.'),
});

const reminderSchema = z.strictObject({
  id,
  /** Ids of the provisions it carries, at least one. */
  provisions: told(some(id, 20), 'Postanowienia standardu, np. sok.powitanie.1 albo ke.7.2.'),
  moment: momentSchema,
  /** What the clerk is reminded of. */
  text: told(text(120), 'O czym urzędnik ma pamiętać, najwyżej 120 znaków.'),
  /** A ready sentence to say aloud; `{…}` fields are filled in from the clerk, the profile and the page. */
  say: told(
    z.optional(text(300)),
    'Gotowe zdanie do powiedzenia. Pola: {urząd}, {referat}, {imię i nazwisko}, {stanowisko}, {telefon}, {znak sprawy}.',
  ),
  /** With an encounter running (or a channel chosen), only on these. */
  channels: told(z.optional(some(channelSchema, 4)), 'Tylko przy takiej obsłudze.'),
  when: z.optional(conditionSchema),
  /** `page`: may come up as a strip in the page. `panel`: waits in the side panel. */
  where: told(
    z._default(z.enum(['page', 'panel']), 'page'),
    '„page”: może pokazać się na stronie. „panel”: czeka w panelu bocznym.',
  ),
  cadence: z.prefault(cadenceSchema, {}),
  /** Of two that are due the greater wins; 5 is ordinary. */
  priority: told(z._default(whole(1, 9), 5), 'Z dwóch przypomnień na czasie wygrywa większe; 5 to zwykłe.'),
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
  signals: list(signalSchema, 80),
  views: list(
    z.strictObject({
      view: viewSchema,
      signals: some(signalSchema, 80),
      not: z.exactOptional(list(signalSchema, 40)),
    }),
    60,
  ),
  leaveAlone: z.exactOptional(list(text(200), 20)),
});

const intervals = list(z.tuple([clock, clock]), 6);
const hoursSchema = z.strictObject({
  1: z.optional(intervals),
  2: z.optional(intervals),
  3: z.optional(intervals),
  4: z.optional(intervals),
  5: z.optional(intervals),
  6: z.optional(intervals),
  7: z.optional(intervals),
});

export const profileSchema = told(
  z.strictObject({
    $schema: z.optional(z.string().check(z.maxLength(300))),
    format: told(z.literal('obok-profile/1'), 'Wersja formatu.'),
    id,
    /** Grows with every version handed out; a lower one never replaces a higher. */
    seq: told(
      z.int().check(z.minimum(0)),
      'Numer wydania. Rośnie z każdym wydaniem; niższy nigdy nie zastąpi wyższego.',
    ),
    name: text(120),
    /** The last day, in Warsaw, on which it is handed out; what was taken before goes on. */
    validUntil: told(
      z.optional(day),
      'Ostatni dzień, w którym można przyjąć ten profil, np. 2027-12-31. Przyjęty działa dalej.',
    ),
    office: z.optional(z.strictObject({ name: text(120), phone: z.optional(text(40)) })),
    referat: z.optional(
      z.strictObject({
        name: text(120),
        /** Cells that stand at the head of this referat's case signs. */
        cells: z.optional(list(text(20), 20)),
        phone: z.optional(text(40)),
      }),
    ),
    /** How a clerk introduces themself, e.g. „{urząd}, {referat}, {imię i nazwisko}”. */
    introduction: told(
      z.optional(text(200)),
      'Jak urzędnik się przedstawia, np. {urząd}, {referat}, {imię i nazwisko}.',
    ),
    systems: told(z._default(list(systemSchema, 40), []), 'Systemy rozpoznawane na stronach.'),
    reminders: told(z._default(list(reminderSchema, 2_000), []), 'Przypomnienia.'),
    checklists: z._default(
      list(
        z.strictObject({
          id,
          name: text(120),
          channels: z.optional(some(channelSchema, 4)),
          when: told(z.optional(conditionSchema), 'Tylko w takim miejscu albo w takiej sprawie.'),
          items: some(
            z.strictObject({
              id,
              text: text(120),
              provisions: z._default(list(id, 20), []),
              knownBy: told(
                z.optional(z.enum(itemFacts)),
                'Co Obok wie sam i odhacza za urzędnika, gdy to się stało.',
              ),
            }),
            12,
          ),
        }),
        40,
      ),
      [],
    ),
    glossary: z._default(
      list(
        z.strictObject({
          id,
          headword: text(80),
          meaning: text(300),
          say: told(z.optional(text(300)), 'Zdanie, które można powiedzieć klientowi.'),
          forms: z.optional(list(text(80), 200)),
        }),
        2_000,
      ),
      [],
    ),
    directory: z._default(
      list(
        z.strictObject({
          id,
          person: text(120),
          position: z.optional(text(120)),
          referat: z.optional(text(120)),
          phone: z.optional(text(40)),
          email: told(z.optional(text(120)), 'Adres służbowy, na który pisze się wiadomość.'),
          subjects: told(
            z._default(list(text(80), 40), []),
            'Słowa, po których poznać sprawę tej osoby, w mianowniku.',
          ),
          jrwa: told(z._default(list(text(8), 40), []), 'Początki klas JRWA, które prowadzi ta osoba.'),
          substitute: told(z.optional(id), 'Kto zastępuje: id innej osoby z tej listy.'),
          secretariat: told(
            z.optional(z.boolean()),
            'Tu przełącza się, gdy nie wiadomo, kto prowadzi sprawę.',
          ),
        }),
        500,
      ),
      [],
    ),
    callbacks: z.prefault(
      z.strictObject({
        /** „Niezwłocznie”, in working minutes. */
        promptly: told(z._default(whole(5, 4_800), 120), 'Ile minut pracy znaczy „niezwłocznie”.'),
        hours: told(
          z.prefault(hoursSchema, {}),
          'Godziny pracy: dzień tygodnia (1 to poniedziałek) i przedziały.',
        ),
        /** Days a settled callback is kept. */
        retention: told(z._default(whole(1, 365), 14), 'Ile dni przechowuje się załatwione oddzwonienie.'),
        /** When the clerk is told of a promise, in minutes; after the due time, minutes in which the office is open. */
        escalation: told(
          z.prefault(
            z.strictObject({
              before: told(
                z._default(whole(0, 480), 10),
                'Ile minut przed terminem zapowiedzieć oddzwonienie; 0: nie zapowiadać.',
              ),
              every: told(
                z._default(whole(5, 4_800), 60),
                'Co ile minut pracy po terminie przypominać, aż będzie załatwione.',
              ),
              substituteAfter: told(
                z._default(whole(5, 9_600), 240),
                'Po ilu minutach pracy od terminu zaproponować osobę, która zastępuje.',
              ),
            }),
            {},
          ),
          'Kiedy przypominać o oddzwonieniu.',
        ),
        maskPhones: told(
          z._default(z.boolean(), false),
          'Czy numer klienta w panelu jest zasłonięty, dopóki urzędnik go nie odsłoni.',
        ),
      }),
      {},
    ),
    encounters: z.prefault(
      z.strictObject({
        /** Days an ended encounter is kept. */
        retention: told(
          z._default(whole(1, 400), 30),
          'Ile dni przechowuje się zakończoną obsługę (bez danych klienta).',
        ),
        caseSigns: told(
          z._default(z.enum(['hashed', 'as-written']), 'hashed'),
          '„hashed”: znak sprawy tylko jako skrót, którego nie da się odczytać. „as-written”: tak jak stoi.',
        ),
      }),
      {},
    ),
    /** Over all reminders, not one per reminder (design: „Reminders that people keep switched on”). */
    budget: z.prefault(
      z.strictObject({
        perDay: told(z._default(whole(0, 50), 8), 'Najwięcej pasków dziennie.'),
        perEncounter: told(z._default(whole(0, 20), 3), 'Najwięcej przy jednym kliencie.'),
        perMoment: told(z._default(whole(0, 5), 1), 'Najwięcej na jednym etapie obsługi.'),
      }),
      {},
    ),
    /** Ids of reminders that a clerk may not switch off. */
    locked: told(
      z._default(list(id, 2_000), []),
      'Identyfikatory przypomnień, których urzędnik nie może wyłączyć.',
    ),
  }),
  { title: 'Profil Oboka', description: 'Czego jeden referat chce od Oboka.' },
);

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
