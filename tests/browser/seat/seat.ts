import type { PageContext } from '@/lib/page';

/** One click on the way to a view: by what a person sees, or by a selector; in a frame where one is named. */
export type Step = ({ role: string; name: string } | { css: string }) & { frame?: string };

/** What stands in the strip's closed shadow root, as the browser lets an extension look into it. */
export interface SeenStrip {
  text: string;
  role: string | null;
  name: string | null;
  /** Buttons in order, with the middle of each in page coordinates. */
  buttons: { name: string; x: number; y: number }[];
  box: { x: number; y: number; width: number; height: number };
  /** True when the focus is inside the strip. */
  hasFocus: boolean;
}

/** A page in front of the clerk; clicks and keys are real ones. */
export interface OfficePage {
  click(step: Step): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Moves the mouse there, over what lies between. */
  moveTo(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Gives the page's one file input a file, as the picker behind its button does. */
  chooseFile(path: string): Promise<void>;
  goto(address: string): Promise<void>;
  evaluate<Answer>(script: string): Promise<Answer>;
  screenshot(path: string): Promise<void>;
  /** Puts its tab in front of its window, as a click on the tab does. */
  toFront(): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the built extension in it. */
export interface Seat {
  readonly browser: 'Chromium' | 'Firefox';
  /**
   * In front of its window: by default in a tab in Chromium, in a window of its own in Firefox.
   * @param onComplaint hears errors of the page, and of Obok’s scripts in it, as the console does
   */
  open(
    address: string,
    place?: 'tab' | 'window',
    onComplaint?: (complaint: string) => void,
  ): Promise<OfficePage>;
  /** A page of the extension: `sidepanel.html`, `options.html#start`. */
  openOwn(path: string, size?: { width: number; height: number }): Promise<OfficePage>;
  /** Runs a script in a context of the extension that has `api` (browser.*) and `arg`. */
  inExtension<Answer>(script: string, arg?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** The tab in front that shows `address`, and what the reader said of it. */
export async function contextOf(seat: Seat, address: string): Promise<PageContext | null> {
  return seat.inExtension(
    `const tabs = await api.tabs.query({});
     const tab = tabs.find(({ url }) => url?.startsWith(arg));
     if (!tab) return null;
     const key = 'tab:' + tab.id;
     return (await api.storage.session.get(key))[key]?.context ?? null;`,
    address,
  );
}

/** The strip in the tab that shows `address`, or null. */
export const stripOf = (seat: Seat, address: string) => hostOf(seat, address, 'obok-pasek');

/** The card that explains a word in the tab that shows `address`, or null. */
export const cardOf = (seat: Seat, address: string) => hostOf(seat, address, 'obok-slowo');

/** The markup of that card with its styles; empty where none stands. Only the extension sees into a closed shadow root. */
export const cardMarkup = (seat: Seat, address: string): Promise<string> =>
  seat.inExtension(
    `const [tab] = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(arg));
    const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
      const host = document.querySelector('obok-slowo');
      return host ? chrome.dom.openOrClosedShadowRoot(host).innerHTML : '';
    } });
    return result;`,
    address,
  );

async function hostOf(seat: Seat, address: string, tag: string): Promise<SeenStrip | null> {
  const lookAtStrip = lookAtHost(tag);
  // While one page gives way to the next, no script is let in for a moment.
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await seat.inExtension(lookAtStrip, address);
    } catch {
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
  return seat.inExtension(lookAtStrip, address);
}

const lookAtHost = (tag: string) => `
  const tabs = await api.tabs.query({});
  const tab = tabs.find(({ url }) => url?.startsWith(arg));
  if (!tab) return null;
  const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
    const host = document.querySelector('${tag}');
    if (!host) return null;
    const root = globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot;
    const region = root?.querySelector('[role=status]');
    if (!region) return null;
    const middle = (element) => { const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
    const { x, y, width, height } = region.getBoundingClientRect();
    return {
      text: region.innerText,
      role: region.getAttribute('role'),
      name: region.getAttribute('aria-label'),
      buttons: [...root.querySelectorAll('button')].map((button) => ({
        name: button.getAttribute('aria-label') ?? button.textContent.trim(), ...middle(button) })),
      box: { x, y, width, height },
      hasFocus: root.activeElement !== null,
    };
  } });
  return result;`;

/** Asks again until `isIt` holds or the patience (milliseconds) is used up; then gives what it last saw. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isIt: (answer: Answer) => boolean,
  patience = 30_000,
): Promise<Answer> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isIt(answer) || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The page's markup without our one element; reading it changes nothing. */
export const markupWithoutStrip = `(() => {
  const copy = document.documentElement.cloneNode(true);
  for (const host of copy.querySelectorAll('obok-pasek, obok-slowo')) host.remove();
  return copy.outerHTML;
})()`;

/** A script for the debugger's evaluate, which no CSP stops: `api` is browser.*, `arg` a value. */
export function inExtensionScript(api: 'browser' | 'chrome', body: string, arg: unknown): string {
  return `(async (api, arg) => { ${body} })(${api}, ${JSON.stringify(arg ?? null)})`;
}
