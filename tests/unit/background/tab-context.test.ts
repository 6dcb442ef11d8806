import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { forgetLeftPages } from '@/entrypoints/background/forget-left-pages';
import { readTabContext } from '@/lib/store';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

const tab = 7;
const cases = 'https://ezd.example/sprawy';
const incoming = 'https://ezd.example/przychodzace';
let small: SmallBrowser;

beforeEach(async () => {
  small = await startSmallBrowser();
  small.permitted.add('https://ezd.example/*').add('https://dokus.example/*');
  // In the background: what is asked here is the context, not the strip.
  small.tabs.set(tab, { url: cases, active: false, letsScriptsIn: true });
  answerReader();
  forgetLeftPages();
});

const hello = (document: string, address = cases) =>
  small.arrive('page→background: hello', { document, address }, tab);
const says = (document: string, address = cases) =>
  small.arrive('page→background: context', { document, context: contextAt(address) }, tab);
const gone = (document: string) => small.arrive('page→background: gone', { document }, tab);
const known = async () => {
  await small.atRest();
  const read = await readTabContext(tab);
  return read && [read.document, read.context.address];
};

describe('What was read of a page', () => {
  it('is kept with its document until the document is gone', async () => {
    expect(await hello('d1')).toMatchObject({ asks: expect.anything() });
    await says('d1');
    expect(await known()).toEqual(['d1', cases]);
    await gone('d1');
    expect(await known()).toBeNull();
  });

  it('outlives the late last word of the document before', async () => {
    await says('d1');
    await hello('d2', incoming);
    await says('d2', incoming);
    await gone('d1');
    expect(await known()).toEqual(['d2', incoming]);
  });

  it('is forgotten as soon as another document comes into the tab', async () => {
    await says('d1');
    await hello('d2', incoming);
    expect(await known()).toBeNull();
    await gone('d1');
    await says('d2', incoming);
    expect(await known()).toEqual(['d2', incoming]);
  });

  it('comes again when the page comes back from the store for “back”', async () => {
    await says('d1');
    await gone('d1');
    await says('d1');
    expect(await known()).toEqual(['d1', cases]);
  });

  it('is handled in the order in which it came, however fast it comes', async () => {
    await Promise.all([hello('d1'), says('d1'), gone('d1'), hello('d2'), says('d2', incoming), gone('d1')]);
    expect(await known()).toEqual(['d2', incoming]);
  });

  it('does not outlive a last word that follows on its heels', async () => {
    await Promise.all([says('d1'), gone('d1')]);
    expect(await known()).toBeNull();
  });

  it('is not kept where the permission has just been taken back', async () => {
    small.permitted.delete('https://ezd.example/*');
    await says('d1');
    expect(await known()).toBeNull();
  });

  it('is gone with its tab', async () => {
    await says('d1');
    await small.close(tab);
    expect(await known()).toBeNull();
  });
});

describe('A page that left without a word', () => {
  beforeEach(async () => {
    await says('d1');
  });

  it.each([
    ['an address that is not permitted', 'https://poczta.example/'],
    ['another system', 'https://dokus.example/'],
    ['an empty tab', 'about:blank'],
  ])('is forgotten once the tab loads %s', async (_what, url) => {
    await small.navigate(tab, 'loading', url);
    expect(await known()).toBeNull();
  });

  it('is forgotten where the browser shows an error or a document under the same address', async () => {
    small.tabs.set(tab, { url: cases, active: false, letsScriptsIn: false });
    await small.navigate(tab, 'complete', `${cases}/pismo.pdf`);
    expect(await known()).toBeNull();
  });
});

describe('A page that stays is not forgotten', () => {
  it.each<[string, ['loading' | 'complete', string][]]>([
    [
      'a new address by pushState in Chromium',
      [
        ['loading', incoming],
        ['complete', incoming],
      ],
    ],
    ['a new address by pushState in Firefox', [['complete', incoming]]],
    [
      'a download',
      [
        ['loading', cases],
        ['complete', cases],
      ],
    ],
  ])('by %s', async (_what, events) => {
    await says('d1');
    for (const [status, url] of events) await small.navigate(tab, status, url);
    expect(await known()).toEqual(['d1', cases]);
  });
});
