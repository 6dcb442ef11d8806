import { attempt } from './attempt';
import type { PageAsks, PageContext, System } from './page-context';
import { Reading } from './reading';
import { isOwnHost } from './strip-host';

/** The longest that reading may hold the page up at a time, in milliseconds; a long task begins at 50. */
const slice = 12;
/** How long to wait for more changes, and the least time between two looks, in milliseconds. */
const gather = 30;
const breath = 100;
/** A page that says it is loading is given this long to get done, in milliseconds. */
const patience = 1_500;

/** Attributes that decide what is visible, chosen or open. */
const attributes = [
  'class',
  'style',
  'hidden',
  'open',
  'role',
  'id',
  'aria-current',
  'aria-selected',
  'aria-label',
  'aria-labelledby',
  'type',
];

/**
 * Reads a page and follows its changes until `signal` aborts: nodes that come and go, dialogs, frames of the same origin,
 * open shadow roots, what is typed into a labelled field.
 *
 * @param tell gets the context when it differs from the one before; null for a page that is left alone
 */
export function watchPage(
  document: Document,
  systems: System[],
  asks: PageAsks,
  tell: (context: PageContext | null) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Generator<void> | null = null;
  let isLost = false;
  let told: string | undefined;
  let lookedAt = 0;
  let cost = 0;
  let busySince: number | null = null;
  const waiting = new Set<Node>();

  const observer = new MutationObserver((records) => {
    let isOwn = true;
    for (const record of records) {
      if (record.type === 'characterData') waiting.add(record.target);
      else if (record.type === 'attributes') {
        attempt(() => reading.look(record.target as Element), undefined);
        // What was no heading may be one now.
        if (record.attributeName === 'role') waiting.add(record.target);
      }
      for (const node of record.removedNodes) {
        if (isOurs(node)) continue;
        waiting.delete(node);
        reading.forget(node);
        isLost = true;
        isOwn = false;
      }
      for (const node of record.addedNodes) {
        if (isOurs(node)) continue;
        waiting.add(node);
        isOwn = false;
      }
      if (record.type !== 'childList' && !isOurs(record.target)) isOwn = false;
    }
    if (!isOwn) wake();
  });
  const soon = () => wake();
  const reading = new Reading(
    document,
    systems,
    asks,
    (root) => {
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: [...attributes, ...reading.attributes],
      });
      if (asks.labels.length > 0)
        for (const type of ['input', 'change'])
          root.addEventListener(type, soon, { capture: true, passive: true, signal });
    },
    (frame) => frame.addEventListener('load', () => follow(frame), { signal }),
  );
  const reloaded = new Set<Element>();
  const follow = (frame: Element) => {
    reloaded.add(frame);
    wake();
  };

  function wake(): void {
    if (timer !== undefined || signal.aborted) return;
    // The more a look costs, the rarer it is: Obok takes a twentieth of the time at most.
    const rest = Math.max(breath, cost * 20);
    timer = setTimeout(run, Math.max(gather, lookedAt + rest - performance.now()));
  }

  function* changes(): Generator<void> {
    if (isLost) reading.dropLost();
    isLost = false;
    for (const node of waiting) {
      waiting.delete(node);
      if (node.isConnected) yield* reading.read(node);
    }
    for (const frame of [...reloaded, ...reading.frames]) yield* reading.readFrame(frame);
    reloaded.clear();
    yield* reading.readOpened();
    yield* reading.sweep();
  }

  function run(): void {
    timer = undefined;
    if (signal.aborted) return;
    const start = performance.now();
    work ??= changes();
    for (;;) {
      const { done } = attempt(() => work?.next(), undefined) ?? { done: true };
      if (done) break;
      if (performance.now() - start < slice) continue;
      timer = setTimeout(run, 0);
      return;
    }
    work = null;
    if (waiting.size > 0 || isLost || reloaded.size > 0) {
      timer = setTimeout(run, 0);
      return;
    }
    lookedAt = performance.now();
    if (isWaiting(lookedAt)) timer = setTimeout(run, breath);
    else say();
    cost = performance.now() - start;
    if (!reading.isSwept) wake();
  }

  function isWaiting(now: number): boolean {
    if (!reading.isBusy) {
      busySince = null;
      return false;
    }
    busySince ??= now;
    return now - busySince < patience;
  }

  function say(): void {
    const context = reading.isLeftAlone ? null : reading.context();
    const text = JSON.stringify(context);
    if (text === told) return;
    told = text;
    tell(context);
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  work = reading.readRoot(document);
  run();
}

const isOurs = (node: Node) => isOwnHost(node as Element);
