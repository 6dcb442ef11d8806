import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepReaderRegistered } from '@/entrypoints/background/keep-reader-registered';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

const ezd = 'https://ezd.example/*';
const dokus = 'https://dokus.example/*';
let small: SmallBrowser;

beforeEach(async () => {
  small = await startSmallBrowser();
});

const registeredOn = () => small.registered.get('reader')?.matches ?? [];

async function boot() {
  keepReaderRegistered();
  await small.atRest();
}

describe('The reader', () => {
  it('is registered nowhere after a fresh install', async () => {
    await boot();
    expect(small.registered.size).toBe(0);
    expect(small.registrations).toBe(0);
  });

  it('is registered on what is permitted, and follows each permission given and taken back', async () => {
    small.permitted.add(ezd);
    await boot();
    expect(registeredOn()).toEqual([ezd]);
    await small.permit(dokus);
    expect(registeredOn()).toEqual([ezd, dokus]);
    await small.takeBack(ezd);
    expect(registeredOn()).toEqual([dokus]);
    await small.takeBack(dokus);
    expect(small.registered.size).toBe(0);
  });

  it('follows what an administrator changed while nobody listened', async () => {
    small.registered.set('reader', { id: 'reader', matches: [dokus], js: ['content-scripts/page.js'] });
    small.permitted.add(ezd);
    await boot();
    expect(registeredOn()).toEqual([ezd]);
  });

  it('is not registered anew each time the worker wakes', async () => {
    small.permitted.add(ezd);
    await boot();
    await boot();
    await boot();
    expect(small.registrations).toBe(1);
  });

  it('is on what is permitted last when permissions change at the same moment', async () => {
    keepReaderRegistered();
    await Promise.all([small.permit(ezd), small.permit(dokus), small.takeBack(ezd)]);
    expect(registeredOn()).toEqual([dokus]);
  });

  it('is never registered on what is no web page', async () => {
    small.permitted.add('file:///*').add(ezd);
    await boot();
    expect(registeredOn()).toEqual([ezd]);
  });

  it('starts in the pages that are open already, once their address is permitted', async () => {
    small.tabs.set(1, { url: 'https://ezd.example/sprawy', active: true, letsScriptsIn: true });
    small.tabs.set(2, { url: 'https://dokus.example/', active: false, letsScriptsIn: true });
    await boot();
    await small.permit(ezd);
    expect(small.run).toEqual([[1, '/content-scripts/page.js']]);
  });

  it('starts after an update in ten open pages at once, and in the others when the clerk turns to them', async () => {
    for (let id = 1; id <= 25; id += 1)
      small.tabs.set(id, { url: `https://ezd.example/${id}`, active: id === 20, letsScriptsIn: true });
    small.permitted.add(ezd);
    await boot();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.1.0' });
    await small.atRest();
    const begun = () => small.run.map(([tabId]) => tabId);
    expect(begun()).toHaveLength(10);
    expect(begun()).toContain(20);
    const waits = [...small.tabs.keys()].filter((id) => !begun().includes(id));
    for (const id of waits) {
      await small.activate(id);
      await small.activate(id);
    }
    expect(begun().sort((a, b) => a - b)).toEqual([...small.tabs.keys()]);
  });
});
