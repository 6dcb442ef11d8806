import * as z from 'zod/mini';
import { type Callback, isSettled } from '@/lib/callbacks';

/** What a file may hold at most. A shift ends with a dozen promises; more than these nobody takes over at once. */
export const limits = { callbacks: 500, text: 10_000, bytes: 1_000_000 } as const;

const text = z.string().check(z.minLength(1), z.maxLength(limits.text));
const who = z.string().check(z.maxLength(400));
/** Any day that a calendar can show. */
const moment = z.int().check(z.minimum(0), z.maximum(Date.UTC(2200, 0)));

const handedCallback = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  kind: z.enum(['call', 'message']),
  state: z.enum(['open', 'attempted', 'broken']),
  reason: z.enum(['missed', 'client-at-desk', 'colleague-absent', 'must-check', 'unfinished']),
  promisedAt: moment,
  due: moment,
  agreedAt: z.exactOptional(moment),
  name: z.exactOptional(text),
  phone: z.exactOptional(text),
  extension: z.exactOptional(text),
  subject: z.exactOptional(text),
  caseSign: z.exactOptional(text),
  note: z.exactOptional(text),
  colleague: z.exactOptional(text),
  attempts: z
    .array(
      z.strictObject({
        at: moment,
        outcome: z.enum(['reached', 'no-answer', 'wrong-number', 'client-called', 'as-agreed']),
      }),
    )
    .check(z.maxLength(1_000)),
});

const handOver = z.strictObject({
  format: z.literal('obok-oddzwonienia/1'),
  /** Empty where the clerk has not said who she is. */
  from: who,
  to: who,
  madeAt: moment,
  callbacks: z.array(handedCallback).check(
    z.minLength(1),
    z.maxLength(limits.callbacks),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  ),
});

/** A promise on its way to a colleague: without what this computer knows of its own services and notifications. */
export type HandedCallback = z.infer<typeof handedCallback>;

/** What one clerk gives another: who, to whom, when, and the promises. */
export type HandOver = Omit<z.infer<typeof handOver>, 'format'>;

/** @param callbacks of these, those that still wait */
export function handOverOf(
  callbacks: readonly Callback[],
  { from, to, now }: { from: string; to: string; now: Date },
): HandOver {
  return { from, to, madeAt: now.getTime(), callbacks: callbacks.flatMap((one) => handed(one, to) ?? []) };
}

function handed(callback: Callback, to: string): HandedCallback | null {
  if (isSettled(callback)) return null;
  const { colleague, ...parts } = Object.fromEntries(
    Object.entries(callback).filter(([part]) => part in handedCallback.shape),
  ) as HandedCallback;
  // Who is to call is the one who takes it, unless it is for a third.
  return colleague === undefined || colleague === to ? parts : { ...parts, colleague };
}

/** @returns the bytes of the content; null where it is more than a file may hold, and could not be read again */
export function encodeHandOver(given: HandOver): Uint8Array<ArrayBuffer> | null {
  const content = handOver.safeParse({ format: 'obok-oddzwonienia/1', ...given });
  if (!content.success) return null;
  const bytes = new TextEncoder().encode(JSON.stringify(content.data));
  return bytes.length > limits.bytes ? null : bytes;
}

/** @returns null where the bytes are no such content */
export function decodeHandOver(bytes: Uint8Array<ArrayBuffer>): HandOver | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { format: _, ...given } = handOver.parse(JSON.parse(text));
    return given;
  } catch {
    return null; // Not UTF-8, not JSON, or not what the schema says.
  }
}
