import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newCallback, settle, snooze } from '@/lib/callbacks';
import { chances } from '../../faults/chances';
import { begin, Disk, found, type Left, lives, makeMortal, type Process, type Store } from './mortal';

const seed = 20_261_128;
const start = Date.UTC(2026, 10, 24, 9);
const minute = 60_000;

/** The clerk's present page or background; another one after each death. */
let page: Process;
let disk: Disk;
let empty: Left;
beforeAll(async () => {
  makeMortal();
  page = await begin();
  disk = await Disk.open();
  empty = await disk.look();
});
afterAll(() => disk.close());

/** What the clerk can take back, as the screens remember it. */
interface Desk {
  now: number;
  turned: Awaited<ReturnType<Store['turnToDesk']>> | null;
  written: Awaited<ReturnType<Store['writeCallbacks']>>;
  before: Awaited<ReturnType<Store['changeCallback']>>;
  event: number | null;
  ended: string | null;
}

/** One way in which something is written: from the same rows, with the same ids, it always writes the same. */
interface Step {
  name: string;
  take(desk: Desk): Promise<unknown>;
}

const rules = async () => {
  const { escalation, hours } = (await page.store.readProfile()).callbacks;
  return { ...escalation, hours };
};
const at = ({ now }: Desk) => new Date(now);
const ids = ['p0', 'p1', 'p2', 'p3'];
const anyId = fc.constantFrom(...ids);
const step = (name: string, take: Step['take']): Step => ({ name, take });
const always = (name: string, take: Step['take']) => fc.constant(step(name, take));

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(anyId, fc.integer({ min: -30, max: 90 })).map(([id, ahead]) =>
      step(`promise ${id}`, async (desk) => {
        if ((await page.store.readCallbacks()).some((one) => one.id === id)) return;
        const details = { due: desk.now + ahead * minute, phone: '+48600123456' };
        await page.store.addCallback(newCallback(id, details, at(desk)));
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(anyId, fc.constantFrom('reached' as const, 'no-answer' as const, 'withdrawn' as const))
      .map(([id, kind]) =>
        step(`${id}: ${kind}`, async (desk) => {
          const { hours } = await rules();
          desk.before = await page.store.changeCallback(id, (row) => settle(row, { kind }, at(desk), hours));
        }),
      ),
  },
  anyId.map((id) =>
    step(`put ${id} off`, async (desk) => {
      desk.before = await page.store.changeCallback(id, (row) =>
        snooze(row, desk.now + 30 * minute, at(desk)),
      );
    }),
  ),
  always('take the change back', async ({ before }) => before && page.store.putBackCallback(before)),
  always('change several', async (desk) => {
    desk.written = await page.store.writeCallbacks(ids, (standing) => [
      ...standing.map((row) => ({ ...row, colleague: 'Jan Lis' })),
      ...(standing.some(({ id }) => id === 'p9') ? [] : [newCallback('p9', { due: desk.now }, at(desk))]),
    ]);
  }),
  always('take several back', ({ written }) => page.store.takeBackCallbacks(written)),
  anyId.map((id) => step(`remove ${id}`, () => page.store.removeCallback(id))),
  {
    weight: 2,
    arbitrary: always('tell of what is due', async (desk) =>
      page.store.reviewCallbacks(await rules(), false, at(desk), `n-${desk.now}`),
    ),
  },
  always('note it as told', (desk) => page.store.noteTold(`n-${desk.now}`)),
  { weight: 4, arbitrary: always('serve', (desk) => page.store.startEncounter('phone-in', at(desk))) },
  {
    weight: 6,
    arbitrary: always('client at the desk', async (desk) => {
      desk.turned = await page.store.turnToDesk(at(desk), ({ id }) => ({
        ...newCallback(`for-${id}-${desk.now}`, { due: desk.now + 15 * minute }, at(desk)),
        encounterId: id,
      }));
    }),
  },
  always('take the turning back', async (desk) => desk.turned && page.store.turnBack(desk.turned, at(desk))),
  always('take up', async (desk) => {
    const [first] = await page.store.encountersSetAside();
    if (first) await page.store.stepEncounter({ kind: 'take-up', id: first.id }, at(desk));
  }),
  always('end', async (desk) => {
    desk.ended = (await page.store.endEncounter(at(desk)))?.id ?? null;
  }),
  always('take the ending back', async ({ ended }) => ended && page.store.resumeEncounter(ended)),
  always('answer a reminder', async (desk) => {
    desk.event = await page.store.addReminderEvent({ reminderId: 'r', at: desk.now, kind: 'done' });
  }),
  always(
    'take the answer back',
    async ({ event }) => event !== null && page.store.removeReminderEvent(event),
  ),
  always('switch', () => page.store.changeSwitches((all) => ({ ...all, quiet: !all.quiet }))),
  fc.constantFrom('Anna', 'Ewa').map((name) => step(`clerk ${name}`, () => page.store.saveClerk({ name }))),
  always('forget services', (desk) =>
    page.store.forgetOldHistory(new Date(desk.now + 3 * 24 * 60 * minute), 1),
  ),
  always('forget promises', (desk) =>
    page.store.forgetSettledCallbacks(1, new Date(desk.now + 86_400_000 * 3)),
  ),
  always('erase figures', () => page.store.eraseFigures()),
  always('erase a person', async (desk) => {
    const isAbout = (value: unknown) => JSON.stringify(value)?.includes('600123456') ?? false;
    return page.store.erasePerson(await page.store.findPerson(isAbout), isAbout, at(desk));
  }),
  always('restore', () => page.store.restoreKept((standing) => standing)),
);

/** How many deaths each write is put to, at most. */
const most = 4;
/** How many in all; the figure of a thousand stands in docs/trust.md. */
const wanted = Number(process.env.OBOK_DEATHS ?? 250);

it(`A page or worker that dies between any two steps of any write leaves all of it or nothing, ${wanted} times; done anew it is done once (seed ${seed})`, async () => {
  let deaths = 0;
  const kinds = new Map<string, number>();
  const chance = chances(seed);
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 16, size: 'max' }), async (taken) => {
      if (deaths >= wanted) return;
      await disk.putBack(empty);
      const desk: Desk = { now: start, turned: null, written: [], before: null, event: null, ended: null };
      let before = await disk.look();
      let nothing = await found(page, before);
      for (const { name, take } of taken) {
        desk.now += 7 * minute;
        const undisturbed = { ...desk };
        page.effects = 0;
        expect([name, await lives(page, () => take(undisturbed)).catch(String)]).toEqual([name, true]);
        const length = page.effects;
        const whole = await disk.look();
        const all = await found(page, whole);
        const kind = name.replace(/p\d/, 'p');
        // Not mostly those that are commonest.
        const isTried = all !== nothing && (kinds.get(kind) ?? 0) < wanted / 15;
        for (let death = 0; isTried && death < Math.min(most, length) && deaths < wanted; death += 1) {
          await disk.putBack(before);
          page.breath = Math.floor(chance() * length);
          const at = `${name}, request ${page.breath + 1} of ${length}`;
          expect([at, await lives(page, () => take({ ...desk })).catch(String)]).toEqual([at, false]);
          deaths += 1;
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
          page = await begin();
          const left = await found(page, await disk.look());
          if (left !== all) expect([at, left]).toEqual([at, nothing]);
          else continue;
          // The clerk does it again.
          expect([at, await lives(page, () => take({ ...desk })).catch(String)]).toEqual([at, true]);
          expect([at, await found(page, await disk.look())]).toEqual([at, all]);
        }
        if (isTried) await disk.putBack(whole);
        [before, nothing] = [whole, all];
        Object.assign(desk, undisturbed);
      }
    }),
    { seed, numRuns: 10_000, endOnFailure: true },
  );
  process.stdout.write(`${deaths} deaths in ${kinds.size} kinds of writes: all or nothing each time\n`);
  expect(deaths).toBe(wanted);
});
