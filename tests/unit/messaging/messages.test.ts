import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, rules, sendToPage } from '@/lib/messaging';
import { onMessage as onMessageInPage } from '@/lib/messaging/page';
import { arrive, fromPages, kinds, ownPage, senderOf, webPage, wellFormed } from './well-formed';

const hello = { obok: 'page→background: hello', data: wellFormed['page→background: hello'][0] };
const changed = { obok: 'panel→background: changed', data: { what: 'profile' } };
const brief = { systems: [], asks: { labels: [], terms: [], elements: [] } };
let permitted: Set<string>;

beforeEach(() => {
  fakeBrowser.reset();
  permitted = new Set(['https://ezd.example/*']);
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => permitted.has(one)),
    },
  });
});

describe('a message for the background', () => {
  it.each(kinds)('%s is heard from who may send it, in every form it has', async (kind) => {
    const handle = vi.fn(async () => null as never);
    onMessage(kind, handle);
    for (const data of wellFormed[kind])
      expect(await arrive({ obok: kind, data }, senderOf(kind))).toEqual([null]);
    expect(handle).toHaveBeenCalledTimes(wellFormed[kind].length);
  });

  it('comes with the tab that the browser named; from an own page with none', async () => {
    const handle = vi.fn(async () => null as never);
    onMessage('page→background: hello', handle);
    onMessage('panel→background: changed', handle);
    await arrive(hello, webPage());
    expect(handle).toHaveBeenLastCalledWith(hello.data, { tabId: 7, windowId: 3 }, undefined);
    await arrive(changed, { ...ownPage(), tab: { id: 9 } });
    expect(handle).toHaveBeenLastCalledWith(
      changed.data,
      { tabId: undefined, windowId: undefined },
      undefined,
    );
  });

  it('is answered with what the rule lets out, and nothing that came along', async () => {
    onMessage('page→background: hello', async () => ({ ...brief, client: 'Kowalska' }) as never);
    expect(await arrive(hello, webPage())).toEqual([brief]);
  });

  it('of a page learns that something failed, and not what', async () => {
    onMessage('page→background: hello', async () => {
      throw new RangeError('Kowalska, 600 123 456');
    });
    await expect(arrive(hello, webPage())).rejects.toThrow(/^Obok could not answer: RangeError$/);
  });

  it.each(fromPages)('%s is refused from a page whose permission was taken back', async (kind) => {
    const handle = vi.fn(async () => null as never);
    onMessage(kind, handle);
    permitted.clear();
    expect(await arrive({ obok: kind, data: wellFormed[kind][0] }, webPage())).toEqual([]);
    expect(handle).not.toHaveBeenCalled();
  });

  it.each(fromPages)('%s is refused from a frame in the page', async (kind) => {
    const handle = vi.fn(async () => null as never);
    onMessage(kind, handle);
    for (const frameId of [1, 4711, undefined])
      expect(await arrive({ obok: kind, data: wellFormed[kind][0] }, { ...webPage(), frameId })).toEqual([]);
    expect(handle).not.toHaveBeenCalled();
  });

  it('that speaks of a page of another origin is refused, though both are permitted', async () => {
    permitted.add('https://dokus.example/*');
    const handle = vi.fn(async () => null as never);
    onMessage('page→background: hello', handle);
    onMessage('page→background: context', handle);
    const dokus = { ...webPage(), url: 'https://dokus.example/', origin: 'https://dokus.example' };
    expect(await arrive(hello, dokus)).toEqual([]);
    const data = wellFormed['page→background: context'][0];
    expect(await arrive({ obok: 'page→background: context', data }, dokus)).toEqual([]);
    expect(handle).not.toHaveBeenCalled();
  });

  it('keeps its place behind the one that came before', async () => {
    const heard: string[] = [];
    const note = (kind: string) => {
      heard.push(kind);
      return null;
    };
    onMessage('page→background: context', async () => note('context'));
    onMessage('page→background: gone', async () => note('gone'));
    const slow = [30, 1];
    Object.assign(fakeBrowser.permissions, {
      contains: () => new Promise((answer) => setTimeout(() => answer(true), slow.shift())),
    });
    const context = { obok: 'page→background: context', data: wellFormed['page→background: context'][0] };
    await Promise.all([
      arrive(context, webPage()),
      arrive({ obok: 'page→background: gone', data: { document: 'd1' } }, webPage()),
    ]);
    expect(heard).toEqual(['context', 'gone']);
  });

  it('may be acted on in the very turn of the click, where its sender and shape are right', async () => {
    const atOnce = vi.fn();
    onMessage('strip→background: calls-answer', async () => null, atOnce);
    const show = { obok: 'strip→background: calls-answer', data: { turn: 1, answer: 'show' } };
    void arrive(show, webPage());
    expect(atOnce).toHaveBeenCalledExactlyOnceWith(show.data, { tabId: 7, windowId: 3 });
    void arrive(show, { ...webPage(), frameId: 2 });
    void arrive({ ...show, data: { turn: 1, answer: 'open' } }, webPage());
    expect(atOnce).toHaveBeenCalledTimes(1);
  });
});

describe('a message for a page', () => {
  const off = new AbortController().signal;

  it('counts as not taken where the page has gone', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    expect(await sendToPage(7, 'background→page: stop', null)).toBe(false);
  });

  it('goes to the top frame only, and counts as taken once it is answered', async () => {
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(null as never);
    expect(await sendToPage(7, 'background→strip: hide', null)).toBe(true);
    expect(send).toHaveBeenCalledExactlyOnceWith(
      7,
      { obok: 'background→strip: hide', data: null },
      { frameId: 0 },
    );
    send.mockResolvedValue(undefined as never);
    expect(await sendToPage(7, 'background→strip: hide', null)).toBe(false);
  });

  it('holds what its rule names, and nothing that came along', async () => {
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(null as never);
    const model = { turn: 1, calls: { count: 2, time: '14:30', name: 'Kowalska' }, language: 'pl' as const };
    await sendToPage(7, 'background→strip: show', { ...model, callbacks: ['Kowalska'] } as typeof model);
    expect(send.mock.calls[0]?.[1]).toEqual({
      obok: 'background→strip: show',
      data: { turn: 1, calls: { count: 2, time: '14:30' }, language: 'pl' },
    });
  });

  it.each([
    ['another extension', { id: 'obcy' }],
    ['a tab', { id: fakeBrowser.runtime.id, tab: { id: 7 } }],
  ])('is not heard from %s', async (_who, sender) => {
    const handle = vi.fn(async () => null);
    onMessageInPage('background→page: stop', handle, off);
    await arrive({ obok: 'background→page: stop', data: null }, sender);
    expect(handle).not.toHaveBeenCalled();
    await arrive({ obok: 'background→page: stop', data: null }, { id: fakeBrowser.runtime.id });
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('is heard no more once the signal aborts, and not at all where it had aborted before', async () => {
    const handle = vi.fn(async () => null);
    const stop = new AbortController();
    onMessageInPage('background→page: stop', handle, stop.signal);
    stop.abort();
    onMessageInPage('background→page: stop', handle, AbortSignal.abort());
    await arrive({ obok: 'background→page: stop', data: null }, { id: fakeBrowser.runtime.id });
    expect(handle).not.toHaveBeenCalled();
  });
});

it('Each kind is sent by whom its name says', () => {
  const from = {
    page: 'top-frame',
    strip: 'top-frame',
    terms: 'top-frame',
    panel: 'own-page',
    background: 'background',
  };
  for (const [kind, rule] of Object.entries(rules))
    expect([kind, rule.from]).toEqual([kind, from[kind.split('→')[0] as keyof typeof from]]);
  expect(kinds.length).toBe(Object.keys(rules).filter((kind) => /→background: /.test(kind)).length);
});
