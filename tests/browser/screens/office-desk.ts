import type { Page } from 'playwright-core';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { demoViews } from '../../fixtures/demo-office/views.ts';
import { clearDesk } from '../fresh-desk';
import { type ChromiumSeat, sitAtChromium } from '../seat/chromium';
import { contextOf, type OfficePage, until } from '../seat/seat';

/** The width to which most clerks leave the panel, and the options beside other windows. */
const sizes = { panel: { width: 360, height: 760 }, options: { width: 1100, height: 800 } };

/** A clerk's desk in Chromium: the office in one tab, Obok's own pages in others. */
export interface OfficeDesk {
  seat: ChromiumSeat;
  /** The office under the address that the build is permitted to read. */
  origin: string;
  /** Opens the case that stands first and waits until it was read. */
  openCase(): Promise<OfficePage>;
  panel(): Promise<Page>;
  options(place: string): Promise<Page>;
  /** The client's note, as wide as the options. @param search of which service: `?obsluga=…` */
  note(search: string): Promise<Page>;
  /** Closes every tab but an empty one and forgets what was done, the clerk included. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const caseView = demoViews.find(({ build, view }) => build === 'dokus' && view === 'case');

export async function sitAtOfficeDesk(extension: string): Promise<OfficeDesk> {
  const office = await startDemoOffice({ port: 0 });
  const origin = office.origin.replace('127.0.0.1', 'localhost');
  const seat = await sitAtChromium({ extension });
  // What the policy of Obok's own pages keeps out is missing from them: a style, a picture, a request.
  const keptOut: string[] = [];
  seat.context.on('console', (said) => {
    const isOwn = said.page()?.url().startsWith(`chrome-extension://${seat.extensionId}/`);
    if (isOwn && /Content.Security.Policy/i.test(said.text())) keptOut.push(said.text());
  });
  const openOwn = async (path: string, size: { width: number; height: number }) => {
    const page = seat.pageOf(await seat.openOwn(path, size));
    await page.locator('#root main:not(.loading, :has(> .loading)), #root [role=alert]').first().waitFor();
    return page;
  };
  return {
    seat,
    origin,
    openCase: async () => {
      if (!caseView) throw new Error('The demo office has no case to open.');
      const page = await seat.open(`${origin}${caseView.path}`);
      for (const step of caseView.steps) await page.click(step);
      const context = await until(
        () => contextOf(seat, origin),
        (seen) => seen?.view === 'case',
      );
      if (context?.view !== 'case') throw new Error(`The case was not read: ${JSON.stringify(context)}`);
      return page;
    },
    panel: () => openOwn('sidepanel.html', sizes.panel),
    options: (place) => openOwn(`options.html#${place}`, sizes.options),
    note: (search) => openOwn(`note.html${search}`, sizes.options),
    clear: async () => {
      const keep = await seat.context.newPage();
      for (const page of seat.context.pages()) if (page !== keep) await page.close();
      await clearDesk(seat);
      await seat.inExtension(clearSingles);
    },
    close: async () => {
      await seat.close();
      await office.close();
      if (keptOut.length > 0)
        throw new Error(`Kept out by the policy of Obok’s pages:\n${keptOut.join('\n')}`);
    },
  };
}

/** The clerk's own settings; `fresh-desk` leaves those. */
const clearSingles = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  if (database.objectStoreNames.contains('singles')) await new Promise((resolve, reject) => {
    const transaction = database.transaction('singles', 'readwrite');
    transaction.objectStore('singles').clear();
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();`;

/** Fills the three fields a clerk has to know, as she would. */
export async function introduce(options: Page, clerk: { name: string; position: string; referat: string }) {
  await options.getByLabel('Imię i nazwisko').fill(clerk.name);
  await options.getByLabel('Stanowisko').fill(clerk.position);
  await options.getByLabel('Referat').fill(clerk.referat);
  await options.getByRole('button', { name: 'Dalej' }).click();
  await options.getByRole('heading', { level: 2, name: 'W jakich systemach pracujesz?' }).waitFor();
}

export const someClerk = { name: 'Anna Nowak', position: 'inspektor', referat: 'Referat Finansowy' };
/** The longest an office is likely to have. */
export const longClerk = {
  name: 'Małgorzata Katarzyna Brzęczyszczykiewicz-Wierzchosławska',
  position: 'główny specjalista do spraw gospodarki nieruchomościami i planowania przestrzennego',
  referat: 'Referat Inwestycji, Zamówień Publicznych, Gospodarki Komunalnej i Ochrony Środowiska',
};
