import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoViews } from '../../fixtures/demo-office/views.ts';
import { builds } from '../builds';
import { storedRows } from '../stored-rows';
import { introduce, type OfficeDesk, sitAtOfficeDesk, someClerk } from './office-desk';

const pictures = '.output/test/pictures';
mkdirSync(pictures, { recursive: true });
const closing = demoViews.find(({ build, view }) => build === 'spa' && view === 'closing');

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
});
afterAll(() => desk?.close());
beforeEach(() => desk.clear());

const selectedTab = (panel: Page) => panel.getByRole('tab', { selected: true }).textContent();
/** As on a small screen; the whole list and the button that ends have to be in sight. */
const picture = (panel: Page, name: string) => panel.screenshot({ path: `${pictures}/${name}.png` });

async function encounters(): Promise<{ endedAt?: number; checklist?: object; unfinished?: object }[]> {
  return desk.seat.inExtension(`${storedRows} return storedRows('encounters');`);
}

test('A case being closed opens the ending list by itself; what is ticked outlives the panel; ending asks once', async () => {
  if (!closing) throw new Error('The demo office closes no case.');
  await introduce(await desk.options('start'), someClerk);
  const office = await desk.seat.open(`${desk.origin}${closing.path}`);
  const toCase = closing.steps.slice(0, -1);
  for (const step of toCase) await office.click(step);
  const panel = await desk.panel();
  await panel.getByText('Odbieram telefon').click();
  await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await panel.getByText('Obsługa trwa').waitFor();
  expect(await selectedTab(panel)).toBe('Teraz');

  for (const step of closing.steps.slice(-1)) await office.click(step);
  await expect.poll(() => selectedTab(panel)).toBe('Zakończenie');
  await panel.getByText('jak i do kiedy można się odwołać').waitFor();
  // What is known of the service and of the case comes in two steps.
  await expect.poll(() => panel.getByRole('checkbox').count()).toBe(10);
  await panel.bringToFront();
  await picture(panel, 'ending-closing');
  const end = await panel.getByRole('button', { name: 'Zakończ obsługę' }).boundingBox();
  expect(end && end.y + end.height).toBeLessThanOrEqual(760);

  // The clerk goes back to „Teraz”: the page does not drag her to the list again.
  await panel.getByRole('tab', { name: 'Teraz' }).click();
  await panel.reload();
  await panel.getByRole('tab', { name: 'Zakończenie' }).click();
  await panel.locator('body').press('3');
  await expect
    .poll(async () => (await encounters())[0]?.checklist)
    .toEqual({
      'zakonczenie.telefon-od-klienta/jasne': 'done',
    });
  await panel.reload();
  await panel.getByRole('tab', { name: 'Zakończenie' }).click();
  await panel.getByRole('checkbox', { checked: true }).waitFor();

  await panel.getByRole('tab', { name: 'Teraz' }).click();
  await panel.getByRole('button', { name: 'Zakończ obsługę' }).click();
  await panel.getByRole('heading', { name: 'Zostało 9 rzeczy. Zakończyć mimo to?' }).waitFor();
  expect(await selectedTab(panel)).toBe('Zakończenie');
  await picture(panel, 'ending-asked');
  await panel.getByLabel('Powód').fill('rozmowa przerwana');
  await panel.getByRole('button', { name: 'Zakończ mimo to' }).click();
  await panel.getByText('Zakończono obsługę po').waitFor();
  expect((await encounters())[0]).toMatchObject({ unfinished: { reason: 'rozmowa przerwana' } });
});

test('The next client’s service begins at „Teraz”, and both can be taken back', async () => {
  const panel = await desk.panel();
  await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await panel.getByRole('tab', { name: 'Zakończenie' }).click();
  await panel.getByRole('button', { name: 'Następny klient' }).click();
  await panel.getByRole('button', { name: 'Zakończ mimo to' }).click();
  await panel.getByText('Zaczęto obsługę następnego klienta.').waitFor();
  await expect.poll(() => selectedTab(panel)).toBe('Teraz');
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Teraz');
  expect((await encounters()).length).toBe(2);
  await panel.getByRole('button', { name: 'Cofnij' }).click();
  await panel.getByText('Trwa znowu obsługa poprzedniego klienta.').waitFor();
  const left = await encounters();
  expect(left).toHaveLength(1);
  expect(left[0]?.endedAt).toBeUndefined();
});
