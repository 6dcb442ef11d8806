import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builds } from '../builds';
import { expectNothingFound } from './axe';
import { introduce, type OfficeDesk, sitAtOfficeDesk, someClerk } from './office-desk';

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
});
afterAll(() => desk?.close());
beforeEach(() => desk.clear());

/** What `indexedDB.open` does in a profile whose files are damaged, and in one that another process holds. */
const faults = {
  refuses: `() => {
    const error = new DOMException('Internal error opening backing store', 'UnknownError');
    const request = Object.assign(new EventTarget(), { readyState: 'done', result: null, error });
    setTimeout(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} }));
    return request;
  }`,
  'never answers': '() => new EventTarget()',
};

/** A page of the extension whose database cannot be opened until it is mended. */
async function openBroken(path: string, fault: keyof typeof faults): Promise<Page> {
  const page = await desk.seat.context.newPage();
  await page.setViewportSize({ width: 360, height: 760 });
  await page.addInitScript(
    `if (!sessionStorage.getItem('mended')) IDBFactory.prototype.open = ${faults[fault]};`,
  );
  await page.goto(`chrome-extension://${desk.seat.extensionId}/${path}`);
  return page;
}

describe('When the database', () => {
  test.each([
    ['sidepanel.html', 'refuses'],
    ['options.html#dane', 'refuses'],
    ['sidepanel.html', 'never answers'],
  ] as const)('of %s %s, the screen says what happened, what is safe, what to do', async (path, fault) => {
    const page = await openBroken(path, fault);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /nie może otworzyć swoich danych[\s\S]*działają jak zwykle[\s\S]*Spróbuj ponownie/,
    );
    await page.screenshot({ path: `.output/test/screens/failure-${path.slice(0, 4)}.png` });
    await expectNothingFound(page, `${path}, ${fault}`);

    await page.evaluate(`sessionStorage.setItem('mended', 'yes')`);
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await page.locator('main .group, main section').first().waitFor();
  });
});

test('The panel works while the worker sleeps, and wakes it', async () => {
  // A desk of its own: the driver loses hold of a worker that was stopped.
  const own = await sitAtOfficeDesk(builds.chromiumWithHosts());
  try {
    await introduce(await own.options('start'), someClerk);
    await own.openCase();
    const panel = await own.panel();
    await panel.locator('.page-line.is-read').waitFor();
    const debug = await own.seat.context.newCDPSession(panel);
    const states: string[] = [];
    debug.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      states.push(...versions.map(({ runningStatus }) => runningStatus));
    });
    await debug.send('ServiceWorker.enable');
    await debug.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => states.at(-1)).toBe('stopped');

    await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
    await panel.getByText('Obsługa trwa').waitFor();
    await expect.poll(() => states.at(-1)).toBe('running');
    await panel.getByRole('button', { name: 'Gotowe' }).first().click();
    await panel.getByText('To przypomnienie będzie wracać rzadziej.').waitFor();
  } finally {
    await own.close();
  }
});

test('Two panels show the same: what one writes the other has at once', async () => {
  await introduce(await desk.options('start'), someClerk);
  const here = await desk.panel();
  const there = await desk.panel();
  await here.getByText('Dzwonię', { exact: true }).click();
  await there.getByRole('radio', { name: 'Dzwonię', checked: true }).waitFor();
  await here.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await there.getByText('Obsługa trwa').waitFor();

  for (const panel of [here, there]) await panel.getByRole('tab', { name: 'Zakończenie' }).click();
  await here.getByRole('checkbox').nth(0).click();
  await there
    .getByRole('checkbox')
    .nth(0)
    .and(there.getByRole('checkbox', { checked: true }))
    .waitFor();
  await there.getByRole('checkbox').nth(1).click();
  // Neither undoes the other's tick.
  for (const panel of [here, there]) {
    await expect.poll(() => panel.getByRole('checkbox', { checked: true }).count()).toBe(2);
  }

  // One ends and the other has begun anew: the ending cannot be taken back, and the panel says why.
  await here.getByRole('button', { name: 'Zakończ obsługę' }).click();
  await here.getByRole('button', { name: 'Zakończ mimo to' }).click();
  await there.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await here.getByRole('button', { name: 'Zakończ obsługę' }).waitFor();
  await here.getByRole('button', { name: 'Cofnij' }).click();
  await here.getByText('Nie można tego cofnąć, bo trwa już obsługa następnego klienta.').waitFor();
});
