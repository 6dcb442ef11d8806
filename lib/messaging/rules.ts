import * as z from 'zod/mini';
import { signalPlaces, views } from '@/lib/page';
import type { Name, Protocol } from './protocol';

/** Who may send a kind of message, what it must look like, and what may be answered. */
export interface Rule<N extends Name> {
  /**
   * `own-page`: panel, options, note. `top-frame`: a script of ours in a page of an origin that is permitted now, and
   * in no frame of it. `background`: nobody else tells a page anything.
   */
  from: 'own-page' | 'top-frame' | 'background';
  /** What comes from elsewhere must fit it exactly; what goes into a page keeps of itself what is named here. */
  shape: z.ZodMiniType<Protocol[N]['data']>;
  /** All that the sender is told. Of a client there is nothing in any of them. */
  answer: z.ZodMiniType<Protocol[N]['answer']>;
  /** The address a message speaks of, which must be of the sender's own origin. */
  address?: (data: Protocol[N]['data']) => string;
}

const nothing = z.null();
const text = (longest: number) => z.string().check(z.maxLength(longest));
const list = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));
const whole = z.int().check(z.minimum(0));
const language = z.enum(['pl', 'en']);

/** Made by `documentToken` of the reader: two numbers of 32 bits with base 36. */
const document = z.string().check(z.regex(/^[a-z0-9]{1,20}$/));
/** Origin and path; browsers open addresses of two megabytes. */
const address = text(2_100_000);

const caseSign = z.strictObject({
  raw: text(1_000),
  cell: text(100),
  jrwa: text(20),
  subset: z.exactOptional(text(20)),
  number: whole,
  year: whole,
  initials: z.exactOptional(text(100)),
});
// The largest page that the reader is known to read has 100 000 elements; nothing it says is longer than these.
const context = z.strictObject({
  system: z.nullable(text(80)),
  view: z.enum(views),
  caseSigns: list(caseSign, 100_000),
  caseInHand: z.nullable(caseSign),
  fields: z.record(text(1_000), text(1_000)),
  terms: list(text(200), 20_000),
  elements: list(text(200), 20_000),
  address,
  evidence: list(text(2_000), 1_000),
});

const signal = z.union([
  z.object({ in: z.enum(signalPlaces), text: z.string() }),
  z.object({ element: z.string() }),
  z.object({ host: z.string() }),
  z.object({ path: z.string() }),
]);
const brief = z.object({
  systems: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      signals: z.array(signal),
      views: z.array(
        z.object({
          view: z.enum(views),
          signals: z.array(signal),
          not: z.exactOptional(z.array(signal)),
        }),
      ),
      leaveAlone: z.exactOptional(z.array(z.string())),
    }),
  ),
  asks: z.object({
    labels: z.array(z.string()),
    terms: z.array(z.object({ term: z.string(), forms: z.array(z.string()) })),
    elements: z.array(z.string()),
  }),
});
const strip = z.union([
  z.object({
    turn: z.number(),
    reminderId: z.string(),
    text: z.string(),
    say: z.nullable(z.string()),
    citation: z.string(),
    why: z.array(z.string()),
    language,
    canStart: z.boolean(),
  }),
  z.object({
    turn: z.number(),
    calls: z.object({ count: z.number(), time: z.string() }),
    language,
  }),
]);
const term = z.object({
  id: z.string(),
  headword: z.string(),
  meaning: z.string(),
  say: z.optional(z.string()),
  forms: z.optional(z.array(z.string())),
});
const terms = z.object({ own: z.array(term), clerks: z.array(term), language });

/** Every kind of message there is: a kind without a rule does not compile. */
export const rules: { [N in Name]: Rule<N> } = {
  'page→background: hello': {
    from: 'top-frame',
    shape: z.strictObject({ document, address }),
    answer: z.nullable(brief),
    address: (data) => data.address,
  },
  'page→background: context': {
    from: 'top-frame',
    shape: z.strictObject({ document, context }),
    answer: nothing,
    address: (data) => data.context.address,
  },
  'page→background: gone': { from: 'top-frame', shape: z.strictObject({ document }), answer: nothing },
  'page→background: call': { from: 'top-frame', shape: nothing, answer: nothing },
  'strip→background: ready': { from: 'top-frame', shape: nothing, answer: z.nullable(strip) },
  'strip→background: answer': {
    from: 'top-frame',
    shape: z.strictObject({
      turn: whole,
      reminderId: text(80),
      answer: z.enum(['done', 'later', 'not-today', 'not-here', 'closed', 'gone', 'start']),
    }),
    answer: nothing,
  },
  'strip→background: calls-answer': {
    from: 'top-frame',
    shape: z.strictObject({ turn: whole, answer: z.enum(['show', 'later', 'closed', 'gone']) }),
    answer: nothing,
  },
  'terms→background: ready': { from: 'top-frame', shape: nothing, answer: z.nullable(terms) },
  'terms→background: frame': { from: 'top-frame', shape: nothing, answer: nothing },
  'panel→background: try-reminding': { from: 'own-page', shape: nothing, answer: nothing },
  'panel→background: underline': {
    from: 'own-page',
    shape: z.strictObject({ tabId: z.int(), isOn: z.boolean() }),
    answer: nothing,
  },
  'panel→background: changed': {
    from: 'own-page',
    shape: z.strictObject({ what: z.enum(['encounter', 'answer', 'settings', 'profile', 'callbacks']) }),
    answer: nothing,
  },
  'panel→background: look-at-policy': { from: 'own-page', shape: nothing, answer: nothing },
  'panel→background: fetch-profile': { from: 'own-page', shape: nothing, answer: nothing },
  'background→page: stop': { from: 'background', shape: nothing, answer: nothing },
  'background→page: brief': { from: 'background', shape: brief, answer: nothing },
  'background→strip: show': { from: 'background', shape: strip, answer: nothing },
  'background→strip: hide': { from: 'background', shape: nothing, answer: nothing },
  'background→strip: focus': { from: 'background', shape: nothing, answer: nothing },
  'background→terms: hide': { from: 'background', shape: nothing, answer: nothing },
  'background→terms: focus': { from: 'background', shape: nothing, answer: nothing },
};
