import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Callback } from '@/lib/callbacks';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
const now = new Date('2026-11-24T10:00:00+01:00');

beforeEach(async () => {
  fakeBrowser.reset();
  store = await emptyStore();
});

const kept = async () => Object.keys(await fakeBrowser.storage.session.get(null)).sort();
const withMatter = (matter: string) => (note: Awaited<ReturnType<typeof store.readNote>>) => ({
  ...note,
  edits: { ...note.edits, matter },
});

describe('The note of a service', () => {
  it('is kept beside the colleagues’ numbers that somebody else put there', async () => {
    const { id } = await store.startEncounter('desk', now);
    await fakeBrowser.storage.session.set({
      [`note:${id}`]: { contacts: [{ person: 'Ewa Lis', phone: '24' }] },
    });
    await store.changeNote(id, withMatter('Podatek'));
    expect(await store.readNote(id)).toEqual({
      contacts: [{ person: 'Ewa Lis', phone: '24' }],
      edits: { matter: 'Podatek' },
    });
  });

  it('loses no change where two windows change it at once', async () => {
    const { id } = await store.startEncounter('desk', now);
    await Promise.all([
      store.changeNote(id, withMatter('Podatek')),
      store.changeNote(id, (note) => ({ ...note, edits: { ...note.edits, due: '1.12.2026' } })),
      store.addServiceFact(id, 'note-made'),
      store.addServiceFact(id, 'number-given'),
      store.addServiceFact(id, 'note-made'),
    ]);
    expect((await store.readNote(id)).edits).toEqual({ matter: 'Podatek', due: '1.12.2026' });
    expect((await fakeBrowser.storage.session.get(`facts:${id}`))[`facts:${id}`]).toEqual([
      'note-made',
      'number-given',
    ]);
  });

  it('goes with the facts once its service has ended, and no other note goes', async () => {
    const first = await store.startEncounter('desk', now);
    await store.changeNote(first.id, withMatter('Podatek'));
    await store.addServiceFact(first.id, 'note-made');
    const second = await store.startEncounter('desk', now);
    await store.changeNote(second.id, withMatter('Dowód'));
    await store.changeNote(null, withMatter('Mapa'));
    await fakeBrowser.storage.session.set({ 'tab:1': {}, 'note:erased': {}, 'facts:erased': ['note-made'] });
    await store.forgetNotesOfEnded();
    expect(await kept()).toEqual([`note:${second.id}`, 'note:none', 'tab:1'].sort());
  });

  it('stays while its service is set aside', async () => {
    const { id } = await store.startEncounter('phone-in', now);
    await store.changeNote(id, withMatter('Podatek'));
    await store.turnToDesk(now, () => null);
    await store.forgetNotesOfEnded();
    expect(await kept()).toEqual([`note:${id}`]);
  });

  it('is not put back by a page that hears late of the end', async () => {
    const { id } = await store.startEncounter('desk', now);
    await store.endEncounter(now);
    await store.changeNote(id, withMatter('Podatek'));
    await store.addServiceFact(id, 'note-made');
    expect(await kept()).toEqual([]);
  });

  it('tells its page of changes until that has gone', async () => {
    const { id } = await store.startEncounter('desk', now);
    const heard = vi.fn();
    const stop = new AbortController();
    store.watchNote(id, heard, stop.signal);
    await store.changeNote(id, withMatter('Podatek'));
    await store.changeNote(null, withMatter('Mapa'));
    expect(heard).toHaveBeenCalledTimes(1);
    stop.abort();
    await store.changeNote(id, withMatter('Dowód'));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('knows what was promised in it and in no other', async () => {
    const encounter = await store.startEncounter('desk', now);
    const promise = (id: string, encounterId: string, due: number): Callback => ({
      id,
      encounterId,
      due,
      kind: 'call',
      state: 'open',
      reason: 'must-check',
      promisedAt: due,
      attempts: [],
    });
    await store.addCallback(promise('later', encounter.id, now.getTime() + 2));
    await store.addCallback(promise('sooner', encounter.id, now.getTime() + 1));
    await store.addCallback(promise('another’s', 'e0', now.getTime() + 1));
    expect((await store.callbacksOfEncounters([encounter.id])).map(({ id }) => id)).toEqual([
      'sooner',
      'later',
    ]);
  });
});

describe('The note of no service', () => {
  it('goes with the tab in which it was written, and with no other', async () => {
    await store.changeNote(null, (note) => ({ ...note, tabId: 7 }));
    await store.forgetNotesOfTab(8);
    expect(await kept()).toEqual(['note:none']);
    await store.forgetNotesOfTab(7);
    expect(await kept()).toEqual([]);
  });
});

it('How the note is printed is kept for the session: A4 and normal print at first', async () => {
  expect(await store.readNoteLook()).toEqual({ paper: 'a4', print: 'normal' });
  await store.saveNoteLook({ paper: 'a5', print: 'large' });
  expect(await store.readNoteLook()).toEqual({ paper: 'a5', print: 'large' });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});
