/** The door for code that runs in a page: no zod, and nothing but what the background tells. */
import { hear } from './incoming';
import type { Protocol, ToPage } from './protocol';

export type { CallsAnswer, CallsModel, ReaderBrief, StripAnswer, StripModel } from './protocol';
export { sendToBackground } from './send-to-background';

/** Handles one kind of message from the background until `signal` aborts. A tab's own senders are not heard. */
export function onMessage<N extends ToPage>(
  name: N,
  handle: (data: Protocol[N]['data']) => Promise<null>,
  signal: AbortSignal,
): void {
  hear(
    name,
    (data, { tab }) => (tab === undefined ? handle(data as Protocol[N]['data']) : undefined),
    signal,
  );
}
