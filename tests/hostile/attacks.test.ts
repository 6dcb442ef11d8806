import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { sitAtChromium } from '../browser/seat/chromium';
import { sitAtFirefox } from '../browser/seat/firefox';
import { type OfficePage, type Seat, until } from '../browser/seat/seat';
import { type Attack, attacks } from '../fixtures/hostile/attacks';
import { startHostileSite } from '../fixtures/hostile/server';
import {
  callsLeft,
  forgetReminders,
  isLeft,
  makeCallsDue,
  noteIn,
  placesIn,
  type Standing,
  type Stored,
  savedIn,
  saveIn,
  spiedBy,
  standingIn,
  storageIn,
  storedWork,
  tabOf,
  wantCalls,
} from './seen';

const seats: { name: string; sit: () => Promise<Seat> }[] = [
  { name: 'Chromium', sit: () => sitAtChromium({ extension: builds.chromiumWithHosts() }) },
  { name: 'Firefox', sit: () => sitAtFirefox(builds.firefoxWithHosts()) },
];

/** A client like no other: a page that knows one of these has been told too much. */
const client = '600 987 654 Brzęczyszczykiewicz kanarkowa sprawa za 3 godziny';
const canary = 'brz[ęe]czyszczy|600[^0-9]{0,3}987|kanark';

/** Written in the client's note, open while the pages attack. */
const note = 'kanarkowa sprawa pani Brzęczyszczykiewicz, tel. 600 987 654';

/** Pages that read, speak and click for us, tried on the strip of due calls, too. */
const onCalls = attacks.filter(({ name }) =>
  ['listens', 'opens-roots', 'forges-messages', 'forges-clicks', 'covers'].includes(name),
);

/** What only a person may answer. */
const answers = ['done', 'later', 'not-today', 'not-here'];

describe.each(seats)('in $name', ({ sit }) => {
  let seat: Seat;
  let site: Awaited<ReturnType<typeof startHostileSite>>;
  let id: string;
  /** Opened once, and each attack after the other in it: in Firefox a window costs more than all that is done in it. */
  let page: OfficePage;
  let tab: number;
  /** Errors and warnings of the page and of Obok's scripts in it. */
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await startHostileSite();
    seat = await sit();
    id = await seat.inExtension<string>('return api.runtime.id;');
    const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await panel.click({ css: '[role=tab][data-key=callbacks]' });
    await panel.click({ css: '.quick-entry input' });
    await panel.type(client);
    await panel.press('Enter');
    await until(
      () => panel.evaluate<number>(`document.querySelectorAll('[data-callback]').length`),
      (count) => count === 1,
    );
    await panel.close();
    const sheet = await seat.openOwn('note.html');
    await until(
      () => sheet.evaluate<string>(`document.activeElement?.localName`),
      (name) => name === 'input' || name === 'textarea',
    );
    await sheet.type(note);
    const isKept = (kept: string) => kept.includes(note);
    expect(await until(() => noteIn(seat), isKept)).toContain(note);
    page = await seat.open(addressOf({ name: 'calm' }), undefined, (complaint) => complaints.push(complaint));
    tab = await tabOf(seat, site.origin);
  });
  afterAll(async () => {
    await seat?.close();
    await site?.close();
  });

  const addressOf = ({ name }: { name: string }) => `${site.origin}/${name}?id=${id}`;
  const open = async (attack: { name: string }, prepare = async () => {}): Promise<void> => {
    // What the last page still does ends with it, and its strip is put aside before anything is made ready for the next.
    await page.goto('about:blank');
    expect(await until(() => isLeft(seat, tab), Boolean)).toBe(true);
    await forgetReminders(seat);
    await prepare();
    complaints = [];
    await page.goto(addressOf(attack));
  };
  const comes = (patience = 20_000) => until(() => standingIn(seat, tab), Boolean, patience);
  /** A person's click in the middle of „Gotowe”, when it has stood long enough to be meant. */
  const press = async ({ done }: Standing) => {
    await new Promise((stood) => setTimeout(stood, 450));
    if (done) await page.clickAt(done.x, done.y);
  };
  const kinds = async () => (await storedWork(seat)).kinds;

  test('a page that means no harm has its strip, and a person’s click on it counts', async () => {
    await open({ name: 'calm' });
    expect((await comes())?.text).toContain('Kodeks etyki');
    const isDone = async () => {
      const strip = await standingIn(seat, tab);
      if (strip) await press(strip);
      return (await kinds()).includes('done');
    };
    expect(await until(isDone, Boolean)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test.each(attacks)(
    'a page that $does learns nothing, does nothing and is not broken ($name)',
    async (attack) => {
      const before = await storedWork(seat);
      expect(before.work, 'the canary is in the store').toMatch(new RegExp(canary, 'i'));
      await open(attack);
      await endure(attack, before);
    },
  );

  async function endure(attack: Attack, before: Stored, text = 'Kodeks etyki') {
    const { strip, isLure, least = 1 } = attack;
    const isSure = strip === 'stands' || isLure;
    // One that gives in may have come and gone by now: it is told by what became of it.
    const standing = strip === 'gives-in' ? null : await comes(isSure ? 20_000 : 2_000);
    if (isSure) expect(standing?.text).toContain(text);
    if (strip === 'gives-in') {
      expect(await until(kinds, (seen) => seen.includes('closed'), 20_000)).toEqual(['shown', 'closed']);
      expect(await standingIn(seat, tab)).toBeNull();
    }
    if (isLure && standing) await press(standing);

    const spy = () => spiedBy(seat, tab, canary);
    if (least > 1) await until(spy, ({ attacks }) => attacks >= least);
    await work(attack);
    if (strip === 'stands') expect(await standingIn(seat, tab)).not.toBeNull();
    const spied = await spy();
    expect(spied.attacks, 'the attack took place').toBeGreaterThanOrEqual(least);
    if (!attack.isBlocked && !attack.isDeaf) expect(spied.heardKeys, 'the page is not deaf').toBe(true);
    expect(spied.hit).toBe('');
    expect(spied.stolen).toBe(0);
    expect(await storageIn(seat, tab)).not.toMatch(new RegExp(canary, 'i'));
    const after = await storedWork(seat);
    expect(after.kinds.filter((kind) => answers.includes(kind))).toEqual([]);
    expect(after.work).toBe(before.work);
    expect(complaints).toEqual([]);
  }

  /** The page's own function: what the clerk came for. */
  async function work(attack: Attack): Promise<void> {
    if (!attack.isBlocked) {
      const { field, save } = await placesIn(seat, tab);
      await page.clickAt(field.x, field.y);
      await page.type('a');
      await page.clickAt(save.x, save.y);
    } else await saveIn(seat, tab);
    expect(
      await until(
        () => savedIn(seat, tab),
        (count) => count === '1',
      ),
    ).toBe('1');
  }

  test.each(onCalls)(
    'a page that $does learns nothing of calls that are due, nor opens the panel ($name)',
    async (attack) => {
      await makeCallsDue(seat);
      const before = await storedWork(seat);
      await open(attack, () => wantCalls(seat));
      await endure(attack, before, 'Pora oddzwonić');
      expect(await callsLeft(seat)).toEqual({ isWanted: true, asked: null });
    },
  );

  test('on a page that means no harm a person’s „Pokaż” counts', async () => {
    await makeCallsDue(seat);
    await open({ name: 'calm' }, () => wantCalls(seat));
    expect((await comes())?.text).toContain('Pora oddzwonić');
    const isTaken = async () => {
      const strip = await standingIn(seat, tab);
      if (strip) await press(strip);
      return !(await callsLeft(seat)).isWanted;
    };
    expect(await until(isTaken, Boolean)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('the client’s note is as it was written', async () => {
    expect(await noteIn(seat)).toContain(note);
  });

  test('nothing was asked for but the pages themselves', () => {
    const names = attacks.map(({ name }) => name).join('|');
    const others = site.asked.filter(
      (line) => !new RegExp(`^GET /(?:(?:calm|${names})\\?id=|frame$|favicon)`).test(line),
    );
    expect(others).toEqual([]);
    expect(site.asked.join()).not.toMatch(new RegExp(canary, 'i'));
  });
});
