import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { startDisplay } from './seat/display';
import { sitAtFirefox } from './seat/firefox';
import { type OfficePage, type Seat, type Step, until } from './seat/seat';

const caseView = demoViews.find(({ build, view }) => build === 'dokus' && view === 'case');

/** Longer than the reader waits for more changes and the background for a page (measured: 0.2 s). */
const quietTime = () => new Promise((passed) => setTimeout(passed, 1_000));

/** How many tabs are being read. */
const tabsRead = (seat: Seat) =>
  seat.inExtension<number>(
    `return Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith('tab:')).length;`,
  );
const readersRegistered = (seat: Seat) =>
  seat.inExtension<number>(`return (await api.scripting.getRegisteredContentScripts()).length;`);
const textOf = (page: OfficePage) => page.evaluate<string>('document.body.innerText');
const hasStrip = (page: OfficePage) =>
  page.evaluate<boolean>(`document.querySelector('obok-pasek') !== null`);

async function eventually<Answer>(ask: () => Promise<Answer>, wanted: Answer): Promise<void> {
  expect(await until(ask, (answer) => answer === wanted), `${ask}`).toEqual(wanted);
}
async function eventuallySays(page: OfficePage, words: string): Promise<void> {
  expect(
    await until(
      () => textOf(page),
      (text) => text.includes(words),
    ),
  ).toContain(words);
}

/** A page of the extension hears every message that a page's script sends to the background. */
async function listenOn(page: OfficePage) {
  await page.evaluate(
    `(() => { globalThis.heard = [];
      (globalThis.browser ?? chrome).runtime.onMessage.addListener(({ obok }) => void heard.push(obok)); })()`,
  );
  return {
    /** What was said since the last call. */
    heard: () => page.evaluate<string[]>('heard.splice(0)'),
  };
}

let signs = 0;
/** Something that the reader would tell of comes into the page: another sign. */
async function change(page: OfficePage): Promise<void> {
  signs += 1;
  await page.evaluate(
    `(() => { const line = document.createElement('p');
      line.textContent = 'Zob. sprawę OR.1431.${signs}.2026'; document.body.append(line); })()`,
  );
}

async function follow(page: OfficePage, steps: Step[] = caseView?.steps ?? []): Promise<void> {
  for (const step of steps) await page.click(step);
}

/** All that must hold of a page whose permission was just taken back. */
async function expectStopped(
  seat: Seat,
  page: OfficePage,
  heard: () => Promise<string[]>,
  office: string,
): Promise<void> {
  await eventually(() => hasStrip(page), false);
  await eventually(() => tabsRead(seat), 0);
  await eventually(() => readersRegistered(seat), 0);

  await heard();
  await change(page);
  await quietTime();
  expect(await heard()).toEqual([]);
  expect(await tabsRead(seat)).toBe(0);

  // Loaded anew, it is as if Obok were not there.
  await page.goto(`${office}${caseView?.path}`);
  await follow(page);
  await quietTime();
  expect(await heard()).toEqual([]);
  expect(await hasStrip(page)).toBe(false);
}

interface Clerk {
  seat: Seat;
  /** Says yes to the browser's question. */
  agree(): Promise<void>;
  leave(): Promise<void>;
}

const clerks: { name: string; sit: () => Promise<Clerk> }[] = [
  {
    name: 'Chromium',
    sit: async () => {
      // Only a person at a screen can answer the browser's question.
      const display = await startDisplay({ width: 1280, height: 900 });
      const seat = await sitAtChromium({ extension: builds.chromium(), display: display.name });
      return {
        seat,
        agree: async () => {
          await quietTime(); // A prompt takes no key in its first half second.
          display.press('Tab');
          display.press('Return');
        },
        leave: async () => {
          await seat.close();
          display.close();
        },
      };
    },
  },
  {
    name: 'Firefox',
    sit: async () => {
      const seat = await sitAtFirefox(builds.firefox());
      return { seat, agree: async () => {}, leave: () => seat.close() };
    },
  },
];

describe.each(clerks)('the build of the store, in $name', ({ sit }) => {
  let clerk: Clerk;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    clerk = await sit();
  });
  afterAll(async () => {
    await clerk?.leave();
    await office?.close();
  });

  test('reads nothing until the clerk permits an address, and stops at once when she takes it back', async () => {
    const { seat, agree } = clerk;
    const page = await seat.open(`${office.origin}${caseView?.path}`);
    const options = await seat.openOwn('options.html#systemy');
    const { heard } = await listenOn(options);
    await change(page);
    await quietTime();
    expect(await tabsRead(seat)).toBe(0);
    expect(await readersRegistered(seat)).toBe(0);
    expect(await heard()).toEqual([]);

    // The page that is already open is read without being loaded again.
    await options.click({ css: 'form.address input' });
    await options.type(office.origin);
    await options.press('Enter');
    await agree();
    await eventuallySays(options, 'Zezwolono na http://localhost');
    await eventually(() => tabsRead(seat), 1);

    await page.toFront();
    await follow(page);
    await eventually(() => hasStrip(page), true);
    await heard();
    await change(page);
    expect(await until(heard, (said) => said.includes('page→background: context'))).toContain(
      'page→background: context',
    );

    await options.click({ css: '.list button' });
    await eventuallySays(options, 'Cofnięto zezwolenie na http://localhost');
    await expectStopped(seat, page, heard, office.origin);
  });
});

describe('permission taken back on the browser’s own page of extensions', () => {
  let seat: ChromiumSeat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    seat = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  /** What a person does there under „Dostęp do witryn”. */
  async function siteAccess() {
    const page = await seat.context.newPage();
    await page.goto('chrome://extensions/');
    return {
      takeBackAll: () =>
        page.evaluate(
          `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${seat.extensionId}', hostAccess: 'ON_CLICK' })`,
        ),
      give: (pattern: string) =>
        page.evaluate(`chrome.developerPrivate.addHostPermission('${seat.extensionId}', '${pattern}')`),
    };
  }

  test('stops the reader at once, and the panel says so; given again, the page is read again', async () => {
    const access = await siteAccess();
    const page = await seat.open(`${office.origin}${caseView?.path}`);
    await follow(page);
    await eventually(() => hasStrip(page), true);
    const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    const { heard } = await listenOn(panel);
    await eventuallySays(panel, 'DOKUS');

    await access.takeBackAll();
    await eventuallySays(panel, 'Tej strony Obok nie widzi.');
    expect(await textOf(panel)).not.toContain('DOKUS');
    await expectStopped(seat, page, heard, office.origin);

    await access.give(`${office.origin}/*`);
    await eventually(() => tabsRead(seat), 1);
    await eventuallySays(panel, 'DOKUS');
    expect(await until(heard, (said) => said.includes('page→background: context'))).toContain(
      'page→background: context',
    );
  });
});
