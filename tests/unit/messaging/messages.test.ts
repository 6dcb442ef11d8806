import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, sendToPage } from '@/lib/messaging';

const ours = () => fakeBrowser.runtime.id;
const ownPage = () => ({ id: ours(), url: fakeBrowser.runtime.getURL('/sidepanel.html' as '/') });
const tabPage = () => ({ id: ours(), url: 'https://ezd.example/sprawy', tab: { id: 7 } });

const hello = {
  obok: 'page→background: hello',
  data: { document: 'd1', address: 'https://ezd.example/sprawy' },
};
const changed = { obok: 'panel→background: changed', data: { what: 'profile' } };

/** Lets a message in as the browser would: with the sender it stamped. @returns what the listeners returned */
function arrive(message: unknown, sender: object): Promise<unknown[]> {
  const event = fakeBrowser.runtime.onMessage as unknown as {
    trigger(message: unknown, sender: object): Promise<unknown[]>;
  };
  return event.trigger(message, sender);
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a message for the background', () => {
  it('is heard from the script in a page, with the tab that the browser named', async () => {
    const handle = vi.fn(async () => null);
    onMessage('page→background: hello', handle);
    await arrive(hello, tabPage());
    expect(handle).toHaveBeenCalledExactlyOnceWith(hello.data, { tabId: 7, own: false });
  });

  it('is answered', async () => {
    onMessage('page→background: hello', async () => ({
      systems: [],
      asks: { labels: [], terms: [], elements: [] },
    }));
    expect(await arrive(hello, tabPage())).toEqual([
      { systems: [], asks: { labels: [], terms: [], elements: [] } },
    ]);
  });

  it.each([
    ['another extension', { id: 'obcy', url: 'chrome-extension://obcy/panel.html' }],
    [
      'another extension that says it is our page',
      { id: 'obcy', url: 'chrome-extension://x/sidepanel.html' },
    ],
    ['nobody', {}],
  ])('is refused from %s', async (_who, sender) => {
    const handle = vi.fn(async () => null);
    onMessage('page→background: hello', handle);
    onMessage('panel→background: changed', handle);
    expect(await arrive(hello, sender)).toEqual([undefined, undefined]);
    await arrive(changed, { ...ownPage(), ...sender, id: (sender as { id?: string }).id });
    expect(handle).not.toHaveBeenCalled();
  });

  it('that only the panel may send is heard from the panel, also where it stands in a tab', async () => {
    const handle = vi.fn(async () => null);
    onMessage('panel→background: changed', handle);
    await arrive(changed, ownPage());
    await arrive(changed, { ...ownPage(), tab: { id: 9 } });
    expect(handle).toHaveBeenCalledTimes(2);
    expect(handle).toHaveBeenLastCalledWith(changed.data, { tabId: undefined, own: true });
  });

  it.each([
    ['a page', () => tabPage()],
    ['a page whose address begins like ours', () => ({ ...tabPage(), url: `https://x/${ownPage().url}` })],
    ['a page that the browser gave no address', () => ({ id: ours(), tab: { id: 7 } })],
  ])('that only the panel may send is refused from %s', async (_who, sender) => {
    const handle = vi.fn(async () => null);
    onMessage('panel→background: changed', handle);
    expect(await arrive(changed, sender())).toEqual([undefined]);
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    ['null', null],
    ['a text', 'page→background: hello'],
    ['an object of somebody else', { type: 'hello' }],
    ['a name that is no text', { obok: 7, data: null }],
    ['a name that nobody handles', { obok: 'page→background: format-disk', data: null }],
  ])('is left alone where it is %s', async (_what, message) => {
    const handle = vi.fn(async () => null);
    onMessage('page→background: hello', handle);
    expect(await arrive(message, tabPage())).toEqual([undefined]);
    expect(handle).not.toHaveBeenCalled();
  });

  it('is heard no more once the signal aborts', async () => {
    const handle = vi.fn(async () => null);
    const stop = new AbortController();
    onMessage('page→background: hello', handle, stop.signal);
    stop.abort();
    await arrive(hello, tabPage());
    expect(handle).not.toHaveBeenCalled();
  });

  it('is not heard at all where the signal had aborted before', async () => {
    const handle = vi.fn(async () => null);
    onMessage('page→background: hello', handle, AbortSignal.abort());
    await arrive(hello, tabPage());
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('a message for a page', () => {
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
});
