import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settle } from '@/lib/callbacks';
import { aboutPerson, personOf } from '@/lib/person';
import { hours, promise, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

const canary = { name: 'Brzęczyszczykiewicz', phone: '+48600987654' };
/** As it may stand in a text, in whatever form. */
const trace = /brz[ęe]czyszczykiewicz|600\D*98\D*76\D*54|600\D*987\D*654/i;

let store: typeof import('@/lib/store');
beforeEach(async () => {
  store = await emptyStore();
  await fakeBrowser.storage.session.clear();
});

const about = (typed: string) => {
  const person = personOf(typed);
  if (!person) throw new Error(`„${typed}” tells nobody.`);
  return aboutPerson(person);
};

/** Everything that stands in any table, read past the store's own door, what is sealed in it, and the browser's memory. */
async function everything(): Promise<string> {
  const database = await new Dexie('obok').open();
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  database.close();
  const memory = Object.entries(await fakeBrowser.storage.session.get(null)).sort();
  const bare = tables.map((rows) => rows.map(({ sealed: _, ...clear }) => clear));
  return JSON.stringify([bare, await store.readKept(), memory]);
}

/** A whole life with the office: promised, tried, done; noted, written down, named in a reason. */
async function live(): Promise<void> {
  await store.saveClerk({ name: 'Anna Nowak' });
  const tried = settle(promise(canary), { kind: 'no-answer' }, tuesday, hours);
  await store.addCallback({ ...tried, id: 'waits', note: `zięć p. ${canary.name}a` });
  await store.addCallback(settle(promise({ ...canary, id: 'done' }), { kind: 'reached' }, tuesday, hours));
  await store.addCallback(
    promise({ id: 'told', name: 'Lis', phone: '+48600111222', note: 'albo 600 98 76 54' }),
  );
  await store.addCallback(promise({ id: 'other', name: 'Zielińska', phone: '+48600111333' }));
  const service = await store.startEncounter('phone-in', tuesday);
  await store.stepEncounter(
    { kind: 'end', unfinished: { items: ['a/b'], reason: `BRZECZYSZCZYKIEWICZ się rozłączył` } },
    tuesday,
  );
  await store.addCallback(promise({ ...canary, id: 'served', encounterId: service.id }));
  const next = await store.startEncounter('desk', tuesday);
  await store.changeNote(next.id, (note) => ({ ...note, edits: { matter: `wymeldowanie ${canary.name}` } }));
  await fakeBrowser.storage.session.set({ 'callback-entry': '600 987 654 jutro', 'look-of-note': 'a4' });
}

describe('All that is known of a person', () => {
  it('is found in every table and in memory, whatever the form of the name', async () => {
    await live();
    const found = await store.findPerson(about('brzeczyszczykiewicz'));
    expect(found.callbacks.map(({ id }) => id).sort()).toEqual(['done', 'served', 'waits']);
    expect(found.encounters).toHaveLength(1);
    expect(found.served).toHaveLength(1);
    expect(found.others.map(({ place }) => place)).toEqual(['memory']);
  });

  it('is found by the number in whatever spacing', async () => {
    await live();
    const found = await store.findPerson(about('600-987-654'));
    expect(found.callbacks.map(({ id }) => id).sort()).toEqual(['done', 'served', 'told', 'waits']);
    expect(found.others.map(({ key }) => key)).toEqual(['callback-entry']);
  });

  it('is erased without a trace, by name and number, and nothing else goes', async () => {
    await live();
    const isAbout = about('Brzęczyszczykiewicz 600 987 654');
    await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    expect(await everything()).not.toMatch(trace);
    expect((await store.readCallbacks()).map(({ id }) => id)).toEqual(['other']);
    expect(await store.countStored()).toMatchObject({ encounters: 2, callbacks: 1 });
    expect(await fakeBrowser.storage.session.get('look-of-note')).toEqual({ 'look-of-note': 'a4' });
    const again = await store.findPerson(isAbout);
    expect([again.callbacks, again.encounters, again.others]).toEqual([[], [], []]);
  });

  it('comes back as it was when the erasing is taken back, and not over what was written since', async () => {
    await live();
    await store.forgetSettledCallbacks(14, tuesday);
    // Made where something is first marked, if not before; it stays.
    await store.caseKeyOf({ cell: 'FN', jrwa: '3120', number: 7, year: 2026 } as never);
    const before = await everything();
    const isAbout = about('Brzęczyszczykiewicz 600 987 654');
    const erased = await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    await store.putBackPerson(erased);
    expect(await everything()).toBe(before);

    const again = await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    await fakeBrowser.storage.session.set({ 'callback-entry': 'Zielińska jutro' });
    await store.putBackPerson(again);
    expect(await fakeBrowser.storage.session.get('callback-entry')).toEqual({
      'callback-entry': 'Zielińska jutro',
    });
  });

  it('does not come back by an older undo', async () => {
    await live();
    const before = await store.changeCallback('waits', (one) =>
      settle(one, { kind: 'reached' }, tuesday, hours),
    );
    const isAbout = about('Brzęczyszczykiewicz');
    await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    expect(before && (await store.putBackCallback(before))).toBe(false);
    expect(await everything()).not.toMatch(/brz[ęe]czyszczykiewicz/i);
  });

  it('is erased of a service that runs, and the service goes on', async () => {
    const { id } = await store.startEncounter('desk', tuesday);
    await store.stepEncounter({ kind: 'meet-case', caseKey: 'FN.3120.7.2026' }, tuesday);
    await store.stepEncounter({ kind: 'meet-case', caseKey: 'FN.3120.8.2026' }, tuesday);
    const isAbout = about('FN.3120.7.2026');
    await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    expect(await store.currentEncounter()).toMatchObject({ id, cases: ['FN.3120.8.2026'] });
  });

  it('is erased of the clerk’s own terms, and the others stay', async () => {
    const term = (id: string, meaning: string) => ({ id, headword: id, meaning });
    await store.keepClerkTerm(term('ulga', `jak u p. ${canary.name}`) as never);
    await store.keepClerkTerm(term('zwrot', 'oddanie pieniędzy') as never);
    const before = await store.readClerkGlossary();
    const isAbout = about('Brzęczyszczykiewicz');
    const erased = await store.erasePerson(await store.findPerson(isAbout), isAbout, tuesday);
    expect((await store.readClerkGlossary()).terms.map(({ id }) => id)).toEqual(['zwrot']);
    expect(await everything()).not.toMatch(trace);
    await store.putBackPerson(erased);
    expect(await store.readClerkGlossary()).toEqual(before);
  });

  it('is erased of the clerk’s own terms as they stand by then, and a term added meanwhile stays', async () => {
    const term = (id: string, meaning: string) => ({ id, headword: id, meaning });
    await store.keepClerkTerm(term('ulga', `jak u p. ${canary.name}`) as never);
    const isAbout = about('Brzęczyszczykiewicz');
    const found = await store.findPerson(isAbout);
    await store.keepClerkTerm(term('zwrot', 'oddanie pieniędzy') as never);
    await store.erasePerson(found, isAbout, tuesday);
    expect((await store.readClerkGlossary()).terms.map(({ id }) => id)).toEqual(['zwrot']);
  });

  it('that a clerk or the office says of itself is told, and stays', async () => {
    await store.saveClerk({ name: 'Anna Nowak' });
    const isAbout = about('Nowak');
    const found = await store.findPerson(isAbout);
    expect(found.ofOffice).toEqual(['clerk']);
    await store.erasePerson(found, isAbout, tuesday);
    expect((await store.readClerk()).name).toBe('Anna Nowak');
  });

  it('is found among very many, beyond the part that is read at once', async () => {
    for (let part = 0; part < 3; part += 1) {
      await Promise.all(
        Array.from({ length: 1_500 }, (_, index) =>
          store.addCallback(promise({ id: `p${part * 1_500 + index}`, name: 'Zielińska' })),
        ),
      );
    }
    await store.addCallback(promise({ ...canary, id: 'z' }));
    expect((await store.findPerson(about('Brzęczyszczykiewicz'))).callbacks).toHaveLength(1);
  });
});
