// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { letterInPage } from '@/lib/page';

beforeEach(() => {
  // jsdom draws nothing: what is not hidden is seen, and has its text.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.closest('[hidden]') ? [] : [{}]) as unknown as DOMRectList;
  });
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent;
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const show = (markup: string) => {
  document.body.innerHTML = markup;
};
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

it('reads the field that the clerk writes in, though another has more', () => {
  show('<textarea id="a">krótkie</textarea><textarea>o wiele dłuższe pismo</textarea>');
  focus('#a');
  expect(letterInPage()).toEqual({ text: 'krótkie', isHeld: true });
});

it('reads the longest where none is held, or the held one is empty', () => {
  show('<textarea id="a"> </textarea><textarea>krótkie</textarea><textarea>dłuższe pismo</textarea>');
  const longest = { text: 'dłuższe pismo', isHeld: false };
  expect(letterInPage()).toEqual(longest);
  focus('#a');
  expect(letterInPage()).toEqual(longest);
});

it.each(['', 'true', 'TRUE', 'plaintext-only'])('reads an editor whole, of whatever kind: %s', (kind) => {
  show(
    `<div contenteditable="${kind}"><p>Pismo</p><table><tr><td contenteditable="true" tabindex="0">w tabeli</td></tr></table></div>`,
  );
  focus('td');
  expect(letterInPage()).toEqual({ text: 'Pismow tabeli', isHeld: true });
});

it('reads no field that is not seen, none that cannot be written in, and no line', () => {
  show(
    '<textarea hidden>zapisane pismo</textarea><div contenteditable="false">tekst</div><input value="nazwisko"><p>treść</p>',
  );
  focus('input');
  expect(letterInPage()).toBeNull();
});

it('looks into frames of the same origin, however deep, and prefers the held one there', () => {
  show('<iframe></iframe>');
  const outer = document.querySelector('iframe')?.contentDocument as Document;
  outer.body.innerHTML = '<textarea id="b">dużo dłuższe pismo w ramce</textarea><iframe></iframe>';
  const inner = outer.querySelector('iframe')?.contentDocument as Document;
  inner.body.innerHTML = '<textarea id="a">pismo</textarea>';
  for (const { defaultView } of [outer, inner])
    vi.spyOn((defaultView as Window & typeof globalThis).Element.prototype, 'getClientRects').mockReturnValue(
      [{}] as unknown as DOMRectList,
    );
  expect(letterInPage()).toEqual({ text: 'dużo dłuższe pismo w ramce', isHeld: false });
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.querySelector('iframe'));
  vi.spyOn(outer, 'activeElement', 'get').mockReturnValue(outer.querySelector('iframe'));
  vi.spyOn(inner, 'activeElement', 'get').mockReturnValue(inner.querySelector('textarea'));
  expect(letterInPage()).toEqual({ text: 'pismo', isHeld: true });
});

it('finds what is held in an open shadow root', () => {
  show('<div id="host"></div><textarea>dłuższe pismo</textarea>');
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<textarea>pismo</textarea>';
  root?.querySelector('textarea')?.focus();
  expect(letterInPage()).toEqual({ text: 'pismo', isHeld: true });
});

it('needs nothing from outside of itself: the browser takes its source alone', () => {
  show('<textarea>pismo</textarea>');
  const alone = new Function(`return (${letterInPage})()`) as typeof letterInPage;
  expect(alone()).toEqual({ text: 'pismo', isHeld: false });
});

it('changes nothing of the page', () => {
  show('<textarea>pismo</textarea><div contenteditable="true"><b>Pismo</b></div>');
  const before = document.documentElement.outerHTML;
  letterInPage();
  expect(document.documentElement.outerHTML).toBe(before);
});
