import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetNotes } from '@/entrypoints/background/forget-notes';
import { changeNote, endEncounter, startEncounter } from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

let small: SmallBrowser;
beforeEach(async () => {
  small = await startSmallBrowser();
});

const kept = async () => Object.keys(await fakeBrowser.storage.session.get(null));
const write = (encounterId: string | null, tabId?: number) =>
  changeNote(encounterId, (note) => ({ ...note, edits: { matter: 'Podatek' }, tabId }));

it('A note goes as soon as its service is ended, on whatever screen', async () => {
  forgetNotes();
  const { id } = await startEncounter('desk', new Date());
  await write(id);
  expect(await kept()).toEqual([`note:${id}`]);
  await endEncounter(new Date());
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
});

it('A note whose service was ended while the worker slept goes as it wakes', async () => {
  const { id } = await startEncounter('desk', new Date());
  await write(id);
  await endEncounter(new Date());
  forgetNotes();
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
});

it('A note of no service goes with its tab', async () => {
  forgetNotes();
  await write(null, 7);
  await small.close(8);
  expect(await kept()).toEqual(['note:none']);
  await small.close(7);
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
});
