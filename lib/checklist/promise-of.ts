import { type Callback, newCallback } from '@/lib/callbacks';
import type { EndingItem } from './ending-items';

export interface PromiseFacts {
  id: string;
  encounterId: string;
  now: Date;
  due: Date;
  /** As written on the page; null where no case is in hand. */
  caseSign: string | null;
  /** Promises of this service: their client is the same, so is the number. */
  others: readonly Callback[];
}

/** An item left open, as a promise to call its client back. */
export function promiseOf({ text }: EndingItem, facts: PromiseFacts): Callback {
  const { id, encounterId, now, due, caseSign, others } = facts;
  const known = others.find((other) => other.kind === 'call' && other.phone !== undefined);
  return newCallback(
    id,
    {
      reason: 'unfinished',
      due: due.getTime(),
      subject: text,
      name: known?.name ?? '',
      phone: known?.phone ?? '',
      caseSign: caseSign ?? '',
    },
    now,
    encounterId,
  );
}
