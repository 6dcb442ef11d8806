// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeBar, type Perform, useNotice } from '@/components/notice';
import { clockText, NowTab, type NowTabProps, nowModel } from '@/components/now';
import { context, input } from './office';

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

const button = (name: string) => {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  return found;
};
const click = (name: string) => act(() => button(name).click());

const tab = (more: Partial<NowTabProps> = {}): NowTabProps => ({
  model: nowModel(input()),
  page: { kind: 'not-web' },
  isCaseInHand: false,
  isNameWanted: false,
  systemName: (id) => (id === 'ezd-rp' ? 'EZD RP' : id),
  onPermit: vi.fn(),
  onReload: vi.fn(),
  onOpenSystems: vi.fn(),
  onFirstRun: vi.fn(),
  onChannel: vi.fn(async () => {}),
  onStart: vi.fn(),
  onEnd: vi.fn(),
  onMove: vi.fn(),
  onAnswer: vi.fn(),
  onSwitchOn: vi.fn(),
  onCopy: vi.fn(),
  ...more,
});
const show = (props: NowTabProps) => act(() => root.render(<NowTab {...props} />));

describe('„Teraz” on the screen', () => {
  it('says in one line where the clerk is: system, place, case', () => {
    show(tab({ page: { kind: 'read', tabId: 1, context: context(), strip: null } }));
    expect(place.querySelector('.page-line')?.textContent).toBe('EZD RP · sprawa · FN.3120.12.2026.AN');
  });

  it('says that a page is not recognised, and no place where none is known', () => {
    const unknown = context({ system: null, view: 'other', caseInHand: null });
    show(tab({ page: { kind: 'read', tabId: 1, context: unknown, strip: null } }));
    expect(place.querySelector('.page-line')?.textContent).toBe('strona nierozpoznana');
  });

  it('asks for the one address in the very click', () => {
    const props = tab({
      page: { kind: 'not-permitted', origin: 'https://ezd.example', pattern: 'https://ezd.example/*' },
    });
    show(props);
    click('Włącz na tej stronie');
    expect(props.onPermit).toHaveBeenCalledWith('https://ezd.example/*');
  });

  it('offers to fill in a missing name in place of copying half a sentence', () => {
    const { clerk } = input();
    const props = tab({ model: nowModel(input({ clerk: { ...clerk, name: '', channel: 'phone-in' } })) });
    show(props);
    expect(place.textContent).not.toContain('Kopiuj zdanie');
    click('Uzupełnij');
    expect(props.onFirstRun).toHaveBeenCalled();
  });

  it('shows the verbatim text and its citation one press away', () => {
    show(tab());
    expect(place.querySelector('blockquote')).toBeNull();
    click('Podstawa');
    expect(place.querySelector('blockquote')?.textContent).toMatch(/^treść sok\./);
    expect(place.querySelector('figcaption')?.textContent).toMatch(/^Standard, sok\./);
  });

  it('offers „Nie w tej sprawie” only with a case in hand', () => {
    show(tab());
    click('Więcej');
    expect(place.textContent).not.toContain('Nie w tej sprawie');
    show(tab({ isCaseInHand: true }));
    expect(place.textContent).toContain('Nie w tej sprawie');
  });

  it('passes the focus to the next title, not to a button, when an answered reminder goes', () => {
    const full = nowModel(input());
    const [first, ...others] = full.groups;
    const card = first?.cards[0];
    if (!first || !card) throw new Error('The office has no reminder.');
    show(tab({ model: { ...full, groups: [{ ...first, cards: [card, { ...card, id: 'drugie' }] }] } }));
    button('Gotowe').focus();
    click('Gotowe');
    show(tab({ model: { ...full, groups: [{ ...first, cards: [{ ...card, id: 'drugie' }] }, ...others] } }));
    expect(document.activeElement?.tagName).toBe('H3');
    expect(document.activeElement?.closest('[data-reminder]')?.getAttribute('data-reminder')).toBe('drugie');
  });

  it('shows at most three of a moment at once, the rest on demand', () => {
    const full = nowModel(input());
    const card = full.groups[0]?.cards[0];
    if (!card) throw new Error('The office has no reminder.');
    const cards = Array.from({ length: 45 }, (_, index) => ({ ...card, id: `r${index}` }));
    show(tab({ model: { ...full, groups: [{ moment: 'listening', isPresent: false, cards }] } }));
    expect(place.querySelectorAll('[data-reminder]')).toHaveLength(3);
    click('Pokaż jeszcze 42 przypomnienia');
    expect(place.querySelectorAll('[data-reminder]')).toHaveLength(45);
  });
});

function Bar({ take }: { take(perform: Perform): void }) {
  const { notice, perform, undo, dismiss } = useNotice(() => 'Nie zapisano.');
  take(perform);
  return <NoticeBar notice={notice} onUndo={undo} onDismiss={dismiss} />;
}

describe('A notice', () => {
  let perform: Perform;
  beforeEach(() => {
    act(() =>
      root.render(
        <Bar
          take={(given) => {
            perform = given;
          }}
        />,
      ),
    );
  });
  const status = () => place.querySelector('[role=status]')?.textContent;
  const pressUndo = (target: HTMLElement) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));

  it('tells a failure in place of success', async () => {
    await act(() => perform(() => Promise.reject(new Error('disk'))));
    expect(status()).toBe('Nie zapisano.');
  });

  it('is taken back by Ctrl+Z, once only', async () => {
    const undo = vi.fn(async () => ({ text: 'Cofnięto.' }));
    await act(() => perform(async () => ({ text: 'Gotowe.', undo })));
    await act(async () => {
      // The first is still being written.
      pressUndo(document.body);
      pressUndo(document.body);
    });
    expect(undo).toHaveBeenCalledTimes(1);
    expect(status()).toBe('Cofnięto.');
  });

  it('leaves Ctrl+Z to a field that is being typed in', async () => {
    const undo = vi.fn(async () => null);
    await act(() => perform(async () => ({ text: 'Gotowe.', undo })));
    const field = place.appendChild(document.createElement('input'));
    pressUndo(field);
    expect(undo).not.toHaveBeenCalled();
  });
});

it('Time spent is told in minutes and seconds, hours only where there are any', () => {
  expect([0, 247_000, 3_729_000, -5_000].map(clockText)).toEqual(['00:00', '04:07', '1:02:09', '00:00']);
});
