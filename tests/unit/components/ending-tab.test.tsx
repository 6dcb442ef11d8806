// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndingTab, type EndingTabProps, useAskedEnding, type WayOfEnding } from '@/components/ending';
import { type EndingItem, endingItems, isOpen, nothingKnown } from '@/lib/checklist';
import type { Encounter, ItemAnswer, Unfinished } from '@/lib/encounter';
import { provisionById } from '@/lib/standard';
import { now, profile } from './office';

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

const encounter: Encounter = {
  id: 'e1',
  channel: 'desk',
  moment: 'ending',
  startedAt: now.getTime() - 240_000,
};
const texts = ['Zapytaj, czy wszystko jest jasne.', 'Podaj numer.', 'Pożegnaj się.'];
const { checklists } = profile({
  checklists: [
    { id: 'koniec', name: 'Koniec', items: texts.map((text, index) => ({ id: `i${index}`, text })) },
  ],
});
const items = (checklist: Record<string, ItemAnswer> = {}): EndingItem[] =>
  endingItems({
    profile: { checklists },
    encounter: { ...encounter, checklist },
    channel: 'desk',
    context: null,
    facts: nothingKnown,
    now,
  });

const tab = (more: Partial<EndingTabProps> = {}): EndingTabProps => ({
  encounter,
  items: items(),
  isAsking: false,
  channel: 'desk',
  now,
  provisionOf: provisionById,
  onAnswer: vi.fn(async () => {}),
  onPromise: vi.fn(),
  onStart: vi.fn(),
  onEnd: vi.fn(),
  onNext: vi.fn(),
  onEndAnyway: vi.fn(),
  onBack: vi.fn(),
  onCopyNote: vi.fn(),
  ...more,
});
const show = (props: EndingTabProps) => act(() => root.render(<EndingTab {...props} />));

const buttons = (name: string) =>
  [...place.querySelectorAll('button')].filter(({ textContent }) => textContent === name);
const click = (name: string, index = 0) => {
  const button = buttons(name)[index];
  if (!button) throw new Error(`No button „${name}” among: ${place.textContent}`);
  return act(async () => button.click());
};
const boxes = () => [...place.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const key = (name: string, more: KeyboardEventInit = {}, target?: Element | null) =>
  act(async () => {
    (target ?? document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
  });
const write = (field: HTMLInputElement | HTMLTextAreaElement, text: string) =>
  act(() => {
    const prototype =
      field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

/** The panel in small: answers are kept, endings told. */
function Panel({
  onEnd,
  onPromise,
}: {
  onEnd(way: WayOfEnding, unfinished?: Unfinished): void;
  onPromise?(item: EndingItem): void;
}) {
  const [checklist, setChecklist] = useState<Record<string, ItemAnswer>>({});
  const [promised, setPromised] = useState<string[]>([]);
  const shown = items(checklist).map((item) => ({ ...item, isPromised: promised.includes(item.key) }));
  const asked = useAskedEnding({
    encounterId: encounter.id,
    open: shown.filter(isOpen).map((item) => item.key),
    onAsk: () => {},
    onEnd,
  });
  return (
    <>
      <button type="button" onClick={() => asked.end('end')}>
        Zakończ w „Teraz”
      </button>
      <EndingTab
        {...tab({
          items: shown,
          isAsking: asked.isAsking,
          onAnswer: async (item, answer) => setChecklist((before) => ({ ...before, [item.key]: answer })),
          onPromise: (item) => {
            onPromise?.(item);
            setPromised((before) => [...before, item.key]);
          },
          onEnd: () => asked.end('end'),
          onNext: () => asked.end('next'),
          onEndAnyway: asked.endAnyway,
          onBack: asked.back,
        })}
      />
    </>
  );
}
const showPanel = (more: { onPromise?(item: EndingItem): void } = {}) => {
  const onEnd = vi.fn();
  act(() => root.render(<Panel onEnd={onEnd} {...more} />));
  return onEnd;
};
const ticked = () => boxes().map(({ checked }) => checked);

describe('The ending list on the screen', () => {
  it('waits until somebody is served', async () => {
    const props = tab({ encounter: null });
    show(props);
    expect(boxes().every((box) => box.matches(':disabled'))).toBe(true);
    await key('1');
    expect(props.onAnswer).not.toHaveBeenCalled();
  });

  it('ticks by click, and the same click takes it back', async () => {
    showPanel();
    await act(async () => boxes()[1]?.click());
    expect(ticked()).toEqual([false, true, false]);
    await act(async () => boxes()[1]?.click());
    expect(ticked()).toEqual([false, false, false]);
  });

  it('ticks by the number that stands before an item, and brings the focus there', async () => {
    showPanel();
    await key('2', {}, document.body);
    expect(ticked()).toEqual([false, true, false]);
    expect(document.activeElement).toBe(boxes()[1]);
    await key('3');
    await key('2');
    expect(ticked()).toEqual([false, false, true]);
  });

  it('has the tenth under 0', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({
      ...(items()[0] as EndingItem),
      key: `koniec/${index}`,
    }));
    const props = tab({ items: ten });
    show(props);
    await key('0', {}, document.body);
    expect(props.onAnswer).toHaveBeenCalledWith(ten[9], 'done');
  });

  it('leaves numbers alone that are typed, or belong to another part of the panel, or to the browser', async () => {
    const props = tab();
    show(props);
    const field = place.appendChild(document.createElement('input'));
    const elsewhere = place.appendChild(document.createElement('button'));
    for (const target of [field, elsewhere]) await key('1', {}, target);
    await key('1', { ctrlKey: true }, document.body);
    await click('Gdy klient obraża');
    await key('1', {}, place.querySelector('textarea'));
    expect(props.onAnswer).not.toHaveBeenCalled();
  });

  it('takes „nie dotyczy” for an answer: by its button, by N on the row, and back', async () => {
    showPanel();
    await click('nie dotyczy', 0);
    boxes()[2]?.focus();
    await key('n');
    const pressed = () =>
      buttons('nie dotyczy').map((button) => button.getAttribute('aria-pressed') === 'true');
    expect(pressed()).toEqual([true, false, true]);
    expect(place.textContent).toContain('Została 1 rzecz.');
    await key('N');
    expect(pressed()).toEqual([true, false, false]);
    expect(ticked()).toEqual([false, false, false]);
  });

  it('goes from row to row by arrow', async () => {
    showPanel();
    boxes()[0]?.focus();
    await key('ArrowDown');
    expect(document.activeElement).toBe(boxes()[1]);
    await key('ArrowUp');
    expect(document.activeElement).toBe(boxes()[0]);
  });

  it('says why Obok ticked an item, and lets it be unticked', async () => {
    const [first, ...others] = items() as [EndingItem, ...EndingItem[]];
    const known: EndingItem = { ...first, answer: 'done', knownBy: 'callback-promised' };
    const props = tab({ items: [known, ...others] });
    show(props);
    expect(ticked()).toEqual([true, false, false]);
    const described = boxes()[0]?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('Obok wie: oddzwonienie zapisane.');
    await act(async () => boxes()[0]?.click());
    expect(props.onAnswer).toHaveBeenCalledWith(known, 'not-done');
  });
});

describe('Ending a service', () => {
  it('asks nothing where nothing is open', async () => {
    const onEnd = showPanel();
    for (const number of ['1', '2', '3']) await key(number, {}, document.body);
    expect(place.textContent).toContain('Wszystko załatwione.');
    await click('Zakończ obsługę');
    expect(onEnd).toHaveBeenCalledWith('end', undefined);
  });

  it('asks once with items open, tells how many, and brings the focus to the question, not to a button', async () => {
    const onEnd = showPanel();
    await click('Zakończ obsługę');
    expect(onEnd).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Zostały 3 rzeczy. Zakończyć mimo to?');
    expect(document.activeElement?.tagName).toBe('H2');
    expect(place.querySelector('[role=dialog], dialog')).toBeNull();
  });

  it('ends at „Zakończ mimo to”, with what was open and the reason, if one was given', async () => {
    const onEnd = showPanel();
    await key('1', {}, document.body);
    await click('Zakończ obsługę');
    write(place.querySelector('form input') as HTMLInputElement, ' klient się spieszył ');
    await click('Zakończ mimo to');
    expect(onEnd.mock.calls).toEqual([
      ['end', { items: ['koniec/i1', 'koniec/i2'], reason: 'klient się spieszył' }],
    ]);
  });

  it('ends when pressed a second time, by whatever button', async () => {
    const onEnd = showPanel();
    await click('Zakończ obsługę');
    await click('Zakończ w „Teraz”');
    expect(onEnd.mock.calls).toEqual([['end', { items: ['koniec/i0', 'koniec/i1', 'koniec/i2'] }]]);
  });

  it('goes back to the first open item, and does not ask again', async () => {
    const onEnd = showPanel();
    await key('1', {}, document.body);
    await click('Zakończ obsługę');
    await click('Wróć do listy');
    expect(document.activeElement).toBe(boxes()[1]);
    expect(onEnd).not.toHaveBeenCalled();
    await click('Zakończ obsługę');
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('asks before the next client, too, and then begins the next client’s service', async () => {
    const onEnd = showPanel();
    await click('Następny klient');
    expect(onEnd).not.toHaveBeenCalled();
    await click('Zakończ mimo to');
    expect(onEnd.mock.calls.map(([way]) => way)).toEqual(['next']);
  });
});

describe('An open item', () => {
  it('becomes a callback: it is chosen, is open no more, and the focus stays at hand', async () => {
    const onPromise = vi.fn();
    showPanel({ onPromise });
    await click('Zapisz jako oddzwonienie');
    const chosen = buttons('Podaj numer.')[0];
    chosen?.focus();
    await click('Podaj numer.');
    expect(onPromise.mock.calls.map(([item]) => item.text)).toEqual(['Podaj numer.']);
    expect(place.textContent).toContain('Zostały 2 rzeczy.');
    expect(place.textContent).toContain('Zapisane jako oddzwonienie.');
    expect(document.activeElement?.textContent).toBe('Zapisz jako oddzwonienie');
  });

  it('is all that is offered: what is done or beside the point is no promise', async () => {
    showPanel();
    await key('1', {}, document.body);
    await click('nie dotyczy', 1);
    await click('Zapisz jako oddzwonienie');
    const offered = [...place.querySelectorAll('.ending-later button')].map(({ textContent }) => textContent);
    expect(offered).toEqual(['Pożegnaj się.']);
  });
});

describe('„Gdy klient obraża”', () => {
  it('is folded until it is needed, and needs no service running', async () => {
    show(tab({ encounter: null }));
    expect(place.textContent).not.toContain('112');
    await click('Gdy klient obraża');
    expect(place.querySelector('.say')?.textContent).toContain('zakończę rozmowę');
    expect(place.textContent).toContain('112');
    expect(place.textContent).toContain('Standard Obsługi Klienta, zakończenie obsługi, pkt 3');
  });

  it('copies a neutral note, and nothing where nothing was typed', async () => {
    const props = tab({ channel: 'phone-in' });
    show(props);
    await click('Gdy klient obraża');
    expect(buttons('Kopiuj notatkę')[0]?.disabled).toBe(true);
    write(place.querySelector('textarea') as HTMLTextAreaElement, 'dwa wyzwiska');
    await click('Kopiuj notatkę');
    expect(props.onCopyNote).toHaveBeenCalledWith(
      '24.11.2026, godz. 10:00, rozmowa telefoniczna, dzwoni klient. Zachowanie klienta: dwa wyzwiska',
    );
  });
});
