import { resolve } from 'node:path';
import puppeteer, {
  type ElementHandle,
  type Frame,
  type KeyInput,
  type Page,
  type Point,
} from 'puppeteer-core';
import { findFirefox } from '../../run/browsers.ts';
import { inExtensionScript, type OfficePage, type Seat, type Step } from './seat';

const extensionUuid = '0b0b0b0b-2b3b-4b5b-8b6b-7b8b9b0b1b2b';

export interface FirefoxOptions {
  /** A folder that is kept, with the extension installed in it for good; otherwise it is there for the session. */
  profile?: string;
  preferences?: Record<string, boolean | number | string>;
  /** Besides what this process has. */
  env?: Record<string, string>;
  /** The file of the extension from which the seat looks into it; a page of Obok's by default. */
  lookFrom?: string;
}

export interface FirefoxSeat extends Seat {
  /** The driver's own page, for what a seat has no word for. */
  pageOf(page: OfficePage): Page;
  /** When it was up and answered, in milliseconds since the epoch. */
  upAt: number;
  /** Ends all its processes at once, as a power cut does. */
  kill(): void;
  /** Stops all its processes where they stand, or has them go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/**
 * Firefox with an extension, a profile of its own and permission prompts answered with yes.
 *
 * @param extension null for a Firefox without one
 */
export async function sitAtFirefox(
  extension: string | null,
  { profile, preferences, env, lookFrom = 'options.html#pomoc' }: FirefoxOptions = {},
): Promise<FirefoxSeat> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Install Firefox, or name one in OBOK_FIREFOX.');
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    enableExtensions: true,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    args: ['--remote-allow-system-access'],
    ...(profile === undefined ? {} : { userDataDir: profile }),
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'obok@obok.example': extensionUuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.locale.requested': 'pl',
      ...preferences,
    },
  });
  const upAt = Date.now();
  if (profile === undefined && extension !== null) await firefox.installExtension(resolve(extension));

  const find = async (page: Page, step: Step): Promise<ElementHandle> => {
    const frame: Page | Frame = step.frame ? await frameOf(page, step.frame) : page;
    const asked = 'css' in step ? { css: step.css, name: null } : { css: cssOf(step.role), name: step.name };
    // The driver's own look for a role and a name goes through it node by node: half a second on a small page.
    const found = await frame.waitForFunction(
      ({ css, name }) =>
        [...document.querySelectorAll<HTMLElement>(css)].find(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) &&
            (name === null || (element.ariaLabel ?? element.textContent).trim() === name),
        ),
      { timeout: 30_000, polling: 50 },
      asked,
    );
    const element = found.asElement();
    if (!element) throw new Error(`Not found: ${JSON.stringify(step)}`);
    return element as ElementHandle;
  };

  /** Where to press; what is drawn anew, or gives way to another page, between the find and the look is found again. */
  const pointOf = async (page: Page, step: Step): Promise<Point> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const element = await find(page, step);
        await element.scrollIntoView();
        return await element.clickablePoint();
      } catch (thrown) {
        if (tries === 5) throw thrown;
        await new Promise((wake) => setTimeout(wake, 200));
      }
    }
  };

  const pages = new Map<OfficePage, Page>();
  const wrap = (page: Page): OfficePage => {
    const wrapped = wrapPage(page);
    pages.set(wrapped, page);
    return wrapped;
  };
  const wrapPage = (page: Page): OfficePage => ({
    click: async (step) => {
      const { x, y } = await pointOf(page, step);
      await page.mouse.click(x, y);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    moveTo: (x, y) => page.mouse.move(x, y, { steps: 5 }),
    press: async (keys) => {
      // `Control+v`, as Chromium's driver takes it.
      const held = keys.split('+') as KeyInput[];
      const last = held.pop();
      for (const key of held) await page.keyboard.down(key);
      if (last) await page.keyboard.press(last);
      for (const key of held.reverse()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    chooseFile: async (path) => {
      const input = await page.$('input[type=file]');
      if (!input) throw new Error('The page has no file input.');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(resolve(path));
    },
    goto: async (address) => void (await page.goto(address)),
    evaluate: async <Answer>(script: string) => (await page.evaluate(script)) as Answer,
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  });

  /** Firefox lets no driver wait for a page of an extension: each `goto` runs into its timeout, and is not waited for. */
  const openOwnPage = async (path: string): Promise<Page> => {
    const page = await firefox.newPage({ type: 'window' });
    let isGoing = false;
    const goTo = async () => {
      isGoing = true;
      await page.goto(`moz-extension://${extensionUuid}/${path}`, { timeout: 1_500 }).catch(() => undefined);
      isGoing = false;
    };
    for (let tries = 0; tries < 1_200; tries += 1) {
      const [address, state] = await page
        .evaluate(() => [location.href, document.readyState])
        .catch(() => ['', '']);
      // A browser that has just started may not have its extensions yet.
      if (address === 'about:blank' && !isGoing) void goTo();
      else if (address?.startsWith('moz-extension:') && state === 'complete') return page;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    throw new Error(`Firefox did not open ${path}.`);
  };

  // The driver starts it as the leader of a group of its own.
  const signal = (name: NodeJS.Signals) => void process.kill(-(firefox.process()?.pid ?? Number.NaN), name);

  // A page of the extension in a window of its own: the office's tab stays the one in front of its window.
  let window = extension === null ? null : await openOwnPage(lookFrom);

  return {
    browser: 'Firefox',
    upAt,
    open: async (address, place, onComplaint) => {
      const page = await firefox.newPage({ type: place ?? 'window' });
      if (onComplaint) {
        page.on('pageerror', (error) => onComplaint(`${error}`));
        page.on('console', (said) => {
          if (['error', 'warn'].includes(said.type())) onComplaint(said.text());
        });
      }
      await page.goto(address);
      return wrap(page);
    },
    openOwn: async (path, size) => {
      const page = await openOwnPage(path);
      if (size) await page.setViewport(size);
      return wrap(page);
    },
    inExtension: async <Answer>(script: string, arg?: unknown) => {
      if (window === null) throw new Error('There is no extension in this Firefox.');
      const asked = inExtensionScript('browser', script, arg);
      return (await window.evaluate(asked).catch(async (error: unknown) => {
        // A version that gives way to the next takes its pages with it.
        if (!`${error}`.includes('no such frame')) throw error;
        window = await openOwnPage(lookFrom);
        return window.evaluate(asked);
      })) as Answer;
    },
    pageOf: (page) => {
      const found = pages.get(page);
      if (!found) throw new Error('The page is none of this Firefox.');
      return found;
    },
    kill: () => signal('SIGKILL'),
    signal,
    close: () => firefox.close(),
  };
}

/** Elements that have a role by themselves or by attribute, and are named by what they say. */
function cssOf(role: string): string {
  const tags: Record<string, string> = { button: 'button', link: 'a[href]' };
  const tag = tags[role];
  if (!tag) throw new Error(`Name a selector: no element is known for the role ${role}.`);
  return `${tag}, [role=${role}]`;
}

async function frameOf(page: Page, css: string): Promise<Frame> {
  const element = await page.waitForSelector(css, { timeout: 30_000 });
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`No frame at ${css}`);
  return frame;
}
