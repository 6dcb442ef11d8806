import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Gone, goneTogether, namesIn, planRestore, withGoing } from '@/lib/backup';
import { decodeBackup, encodeBackup } from '@/lib/backup/content';
import { mostGone } from '@/lib/backup/gone';
import { settle } from '@/lib/callbacks';
import { aboutPerson, personOf } from '@/lib/person';
import type { KeptData } from '@/lib/store';
import { hours, promise, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

const day = 86_400_000;
const on = (days: number) => new Date(tuesday.getTime() + days * day);
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const canary = 'Brzęczyszczykiewicz';
const about = (typed: string) => {
  const person = personOf(typed);
  if (!person) throw new Error(`„${typed}” tells nobody.`);
  return aboutPerson(person);
};

describe('An older copy', () => {
  let store: Awaited<ReturnType<typeof emptyStore>>;
  beforeEach(async () => {
    store = await emptyStore();
    await fakeBrowser.storage.session.clear();
    // As the background does when it is installed.
    await store.forgetSettledCallbacks(14, tuesday);
  });

  const copied = async (now: Date) => {
    const content = encodeBackup(await store.readKept(), now);
    const copy = content && decodeBackup(content);
    if (copy === null || typeof copy === 'string') throw new Error(`It was not read: ${copy}`);
    expect(copy.setAside).toBe(0);
    return copy;
  };
  const plan = ({ kept, madeAt }: { kept: KeptData; madeAt: number }, now: Date, takesDoubtful?: boolean) => {
    const edges = { callbacks: now.getTime() - 14 * day, encounters: 0, history: 0 };
    return async () => {
      const marks = await store.marksOf(namesIn(kept));
      return planRestore(kept, await store.readKept(), edges, { madeAt, now, takesDoubtful, marks });
    };
  };
  const restore = async (copy: Awaited<ReturnType<typeof copied>>, now: Date) => {
    const planned = await plan(copy, now)();
    return store.restoreKept(() => planned);
  };

  it('does not open a promise again that was settled since and erased by its retention', async () => {
    await store.addCallback(promise({ id: id(1) }));
    await store.addCallback(promise({ id: id(2) }));
    const copy = await copied(on(1));
    await store.changeCallback(id(1), (one) => settle(one, { kind: 'reached' }, on(2), hours));
    expect(await store.forgetSettledCallbacks(14, on(17))).toBe(1);
    const planned = await plan(copy, on(17))();
    expect(planned.counts.callbacks).toMatchObject({ over: 1, same: 1, new: 0 });
    expect([planned.doubtful, planned.mayBringBack]).toEqual([0, false]);
    await restore(copy, on(17));
    expect((await store.readCallbacks()).map((one) => one.id)).toEqual([id(2)]);
  });

  it('does not bring back a person who was erased since, and says so; put back, the person is no longer left out', async () => {
    await store.addCallback(promise({ id: id(1), name: canary }));
    await store.addCallback(promise({ id: id(2), name: 'Lis' }));
    const copy = await copied(on(1));
    const isAbout = about(canary);
    const erased = await store.erasePerson(await store.findPerson(isAbout), isAbout, on(2));
    const planned = await plan(copy, on(3))();
    expect(planned.counts.callbacks).toMatchObject({ erased: 1, new: 0 });
    expect(planned.mayBringBack).toBe(false);
    await restore(copy, on(3));
    expect((await store.readCallbacks()).map((one) => one.id)).toEqual([id(2)]);
    // What is remembered tells nobody's name, nor is it found of anybody.
    expect(JSON.stringify(await store.readKept())).not.toContain(canary);
    expect((await store.findPerson(about('00000'))).others).toEqual([]);

    await store.putBackPerson(erased);
    await store.removeCallback(id(1));
    expect((await plan(copy, on(3))()).counts.callbacks).toMatchObject({ erased: 0, new: 1 });
  });

  const ulga = { id: 'moje-ulga', headword: 'ulga', meaning: `jak u p. ${canary}a` };
  const hers = { id: 'moje-brzeczyszczykiewicz', headword: canary, meaning: 'dzwoni co tydzień' };
  const zwrot = { id: 'moje-zwrot', headword: 'zwrot', meaning: 'oddanie pieniędzy' };
  const erase = async (now: Date) => {
    const isAbout = about(canary);
    return store.erasePerson(await store.findPerson(isAbout), isAbout, now);
  };

  it('does not bring back a term of the clerk’s own that names a person erased since, whatever it said then', async () => {
    for (const term of [ulga, hers, zwrot]) await store.keepClerkTerm(term);
    await store.setFavourite(hers.id, true);
    const copy = await copied(on(1));
    await store.keepClerkTerm({ ...ulga, meaning: `zięć ${canary}a` });
    const erased = await erase(on(2));
    const planned = await plan(copy, on(3))();
    expect(planned.counts.terms).toMatchObject({ erased: 3, same: 1, new: 0 });
    expect(planned.mayBringBack).toBe(false);
    await restore(copy, on(3));
    expect(await store.readClerkGlossary()).toEqual({ favourites: [], terms: [zwrot] });
    // What is remembered tells nobody's name, not even where it makes an id.
    expect(JSON.stringify(await store.readKept())).not.toMatch(/brz[ęe]czyszczykiewicz|moje-ulga/i);

    await store.putBackPerson(erased);
    for (const { id } of [ulga, hers]) await store.dropClerkTerm(id);
    expect((await plan(copy, on(3))()).counts.terms).toMatchObject({ erased: 0, new: 2 });
  });

  it('brings back a term that was made anew under the name of one that was erased, whatever clocks say', async () => {
    await store.keepClerkTerm(ulga);
    const older = await copied(on(1));
    await erase(on(5));
    await store.keepClerkTerm({ ...ulga, meaning: 'mniej do zapłaty' });
    // Made after the erasing, by a clock that was set back.
    const later = await copied(on(3));
    await store.dropClerkTerm(ulga.id);
    expect((await plan(later, on(6))()).singles['clerk-glossary']?.terms[0]?.meaning).toBe(
      'mniej do zapłaty',
    );
    expect((await plan(older, on(6))()).counts.terms).toMatchObject({ erased: 1, new: 0 });
    // About the person again and erased again, it does not come back from that one either.
    await store.keepClerkTerm(ulga);
    await erase(on(7));
    expect((await plan(later, on(8))()).counts.terms).toMatchObject({ erased: 1, new: 0 });
  });

  it('brings a service back without what was written of a person erased since', async () => {
    const service = await store.startEncounter('phone-in', tuesday);
    await store.stepEncounter({ kind: 'meet-case', caseKey: `sprawa ${canary}` }, tuesday);
    await store.stepEncounter(
      { kind: 'end', unfinished: { items: ['a/b'], reason: `${canary} się rozłączył` } },
      tuesday,
    );
    const copy = await copied(on(1));
    await erase(on(2));
    expect((await plan(copy, on(3))()).counts.encounters).toMatchObject({ stays: 1, new: 0 });
    // As its retention does; the profile may have lengthened it since.
    const { Dexie } = await import('dexie');
    const database = await new Dexie('obok').open();
    await database.table('encounters').clear();
    database.close();
    await restore(copy, on(3));
    expect((await store.readKept()).encounters).toEqual([
      expect.objectContaining({ id: service.id, unfinished: { items: ['a/b'] } }),
    ]);
    expect(JSON.stringify(await store.readKept())).not.toContain(canary);
  });

  it('does not bring back an event of history that went with a person', async () => {
    await store.addReminderEvent({
      reminderId: 'b/c',
      at: tuesday.getTime(),
      kind: 'not-here',
      address: canary,
    });
    await store.addReminderEvent({ reminderId: 'b/c', at: tuesday.getTime() + 1, kind: 'done' });
    const copy = await copied(on(1));
    await erase(on(2));
    expect((await plan(copy, on(3))()).counts.history).toMatchObject({ erased: 1, same: 1, new: 0 });
  });

  it('may bring back what another computer’s key marked, and the clerk is told so', async () => {
    await store.keepClerkTerm(ulga);
    const older = await copied(on(1));
    await erase(on(2));
    const later = await copied(on(3));
    await store.eraseEverything();
    // Remembers from before either copy was made, but by a key of its own.
    await store.forgetSettledCallbacks(14, tuesday);
    expect((await plan(older, on(4))()).mayBringBack).toBe(false);
    await restore(later, on(4));
    expect(await plan(older, on(5))()).toMatchObject({ mayBringBack: true, counts: { terms: { new: 1 } } });
    expect((await plan(later, on(5))()).mayBringBack).toBe(false);
  });

  it('may bring back what an earlier version of Obok could not remember', async () => {
    await store.keepClerkTerm(zwrot);
    const copy = await copied(on(1));
    await store.restoreKept(() => ({
      callbacks: [],
      encounters: [],
      history: [],
      singles: {
        gone: {
          since: tuesday.getTime(),
          goings: [{ at: on(2).getTime(), why: 'erased', ids: [], hasOthers: true }],
        },
      },
    }));
    expect((await plan(copy, on(3))()).mayBringBack).toBe(true);
    // One made since knows of it no more.
    expect((await plan(await copied(on(3)), on(4))()).mayBringBack).toBe(false);
  });

  it('is doubted where nobody remembers what has gone since: what is open in it is left out until it is asked for', async () => {
    await store.addCallback(promise({ id: id(1) }));
    const copy = await copied(on(1));
    await store.eraseEverything();
    // On a new computer all of it is wanted.
    expect(await plan(copy, on(20))()).toMatchObject({ doubtful: 1, takesDoubtful: true, age: 19 });
    await store.addCallback(promise({ id: id(3) }));
    const left = await plan(copy, on(20))();
    expect(left).toMatchObject({ doubtful: 1, takesDoubtful: false, callbacks: [], mayBringBack: true });
    expect((await plan(copy, on(20), true)()).callbacks).toHaveLength(1);
    // One that is younger than the retention is not.
    expect(await plan(copy, on(14))()).toMatchObject({ doubtful: 0, callbacks: [{ id: id(1) }] });
  });

  it('is answered also by what a later copy remembered', async () => {
    await store.addCallback(promise({ id: id(1), name: canary }));
    const older = await copied(on(1));
    const isAbout = about(canary);
    await store.erasePerson(await store.findPerson(isAbout), isAbout, on(2));
    const later = await copied(on(3));
    await store.eraseEverything();
    const restored = await restore(later, on(4));
    expect((await plan(older, on(5))()).counts.callbacks).toMatchObject({ erased: 1, new: 0 });
    // Restoring is taken back, and what has gone is remembered all the same.
    expect(await store.takeRestoredBack(restored)).toBe(0);
    expect((await plan(older, on(5))()).counts.callbacks).toMatchObject({ erased: 1, new: 0 });
  });
});

describe('What has gone', () => {
  it('is remembered up to a bound: the oldest are forgotten, and with them that anything was known of that time', () => {
    let gone: Gone | undefined;
    for (let part = 0; part < 3; part += 1) {
      const ids = Array.from({ length: mostGone / 2 }, (_, index) => id(part * mostGone + index));
      gone = withGoing(gone, 'over', ids, on(part));
    }
    expect(gone?.goings.map(({ at }) => at)).toEqual([on(1).getTime(), on(2).getTime()]);
    expect(gone?.since).toBe(tuesday.getTime() + 1);
  });

  it('keeps ids that were made at random, and of others only that there were some', () => {
    const gone = withGoing(undefined, 'erased', [id(1), 'Jan Kowalski'], tuesday);
    expect(gone.goings).toEqual([{ at: tuesday.getTime(), why: 'erased', ids: [id(1)], hasOthers: true }]);
  });

  it('of two stores is put together once', () => {
    const over = withGoing(undefined, 'over', [id(1)], tuesday);
    const copy = withGoing(over, 'erased', [], on(1), { key: 'k', of: ['m'] });
    const once = goneTogether(undefined, copy, on(3));
    expect(once).toEqual({ since: on(3).getTime(), goings: copy.goings });
    expect(goneTogether(once, copy, on(4))).toBe(once);
  });
});
