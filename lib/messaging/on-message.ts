import { type Browser, browser } from 'wxt/browser';
import { hear } from './incoming';
import { isPermitted } from './permitted';
import type { Protocol, ToBackground } from './protocol';
import { type Rule, rules } from './rules';

/** Who sent a message, as the browser stamped it, not as the message says. */
export interface Sender {
  /** The tab whose page sent it; undefined for the extension's own pages. */
  tabId: number | undefined;
  /** The window of that tab. */
  windowId: number | undefined;
}

type Stamped = Browser.runtime.MessageSender;

/**
 * Handles one kind of message in the background, for the senders and the shape that its rule names. Any other message
 * of that kind is not answered, as if nobody were there; and an answer holds what the rule lets out and nothing beside.
 *
 * @param atOnce runs in the very turn of a click in the page, before the permission was asked for: it may do what the
 *   browser itself does for a person only. Whether it did is handed to `handle`
 */
export function onMessage<N extends ToBackground>(
  name: N,
  handle: (
    data: Protocol[N]['data'],
    sender: Sender,
    begun: Promise<boolean> | undefined,
  ) => Promise<Protocol[N]['answer']>,
  atOnce?: (data: Protocol[N]['data'], sender: Sender) => Promise<boolean> | undefined,
): void {
  const rule: Rule<N> = rules[name];
  hear(name, (given, stamped) => {
    if (rule.from === 'own-page' ? !isOwnPage(stamped) : !isTopFrame(stamped)) return undefined;
    const shaped = rule.shape.safeParse(given);
    if (!shaped.success) return undefined;
    const data = shaped.data as Protocol[N]['data'];
    if (rule.from === 'own-page') return handle(data, { tabId: undefined, windowId: undefined }, undefined);
    const { url = '', tab } = stamped;
    if (rule.address && originOf(rule.address(data)) !== originOf(url)) return undefined;
    const sender = { tabId: tab?.id, windowId: tab?.windowId };
    const begun = atOnce?.(data, sender);
    return answerPage(url, async () => rule.answer.parse(await handle(data, sender, begun)));
  });
}

async function answerPage(url: string, answer: () => Promise<unknown>): Promise<unknown> {
  // Undefined is what a sender gets where nobody is there to hear it.
  if (!(await isPermittedInTurn(url))) return undefined;
  try {
    return await answer();
  } catch (error) {
    // What went wrong may name what is stored: the page's script is told its kind, and no more.
    throw new Error(`Obok could not answer: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

let lastAsked: Promise<unknown> = Promise.resolve();

/** One after another: a document's last word must not overtake the one before. */
function isPermittedInTurn(url: string): Promise<boolean> {
  const asked = lastAsked.then(() => isPermitted(url));
  lastAsked = asked;
  return asked;
}

/** One of the extension's own pages, in a tab or not. */
function isOwnPage({ url, origin }: Stamped): boolean {
  const own = browser.runtime.getURL('/');
  return url?.startsWith(own) === true && (origin === undefined || `${origin}/` === own);
}

/** A script of ours in a page of the web, and not in a frame of it. */
const isTopFrame = ({ url = '', tab, frameId }: Stamped) =>
  frameId === 0 && tab?.id !== undefined && /^https?:/.test(url);

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : address);
