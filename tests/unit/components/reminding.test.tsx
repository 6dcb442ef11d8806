// @vitest-environment jsdom
import { act, type ComponentProps } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RemindingSection } from '@/components/reminding';
import { baseLayer, baseProfile, rereadProfile } from '@/lib/profile';

type Props = ComponentProps<typeof RemindingSection>;
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

const referat = rereadProfile(
  JSON.stringify({
    format: 'obok-profile/1',
    id: 'referat',
    seq: 1,
    name: 'Referat',
    callbacks: { escalation: { every: 45 } },
  }),
);
if (!referat) throw new Error('not read');
const section = (more: Partial<Props> = {}): Props => ({
  snoozes: [15, 60],
  onSnoozes: vi.fn(),
  layers: [baseLayer(baseProfile()), { layer: 'referat', ...referat }],
  language: 'pl',
  trial: 'none',
  onTry: vi.fn(),
  onSeen: vi.fn(),
  ...more,
});
const show = (props: Props) => act(() => root.render(<RemindingSection {...props} />));
const press = (name: string) => {
  const found = [...place.querySelectorAll('button')].find(
    (button) => (button.ariaLabel ?? button.textContent) === name,
  );
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  act(() => found.click());
};
const type = (text: string) =>
  act(() => {
    const input = place.querySelector('input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('„Oddzwonienia” in the options', () => {
  it('takes a length of one’s own in its order, and one away', () => {
    const props = section();
    show(props);
    type(' 30 ');
    press('Dodaj');
    expect(props.onSnoozes).toHaveBeenLastCalledWith([15, 30, 60]);
    expect(place.querySelector('input')?.value).toBe('');
    press('Usuń: 15 minut');
    expect(props.onSnoozes).toHaveBeenLastCalledWith([60]);
  });

  it.each([
    ['', 'Wpisz liczbę minut od 1 do 480.'],
    ['kwadrans', 'Wpisz liczbę minut od 1 do 480.'],
    ['0', 'Wpisz liczbę minut od 1 do 480.'],
    ['7,5', 'Wpisz liczbę minut od 1 do 480.'],
    ['481', 'Wpisz liczbę minut od 1 do 480.'],
    ['60', 'Taki czas już jest.'],
  ])('says what is wrong with „%s”, and keeps what was typed', (text, fault) => {
    const props = section();
    show(props);
    type(text);
    press('Dodaj');
    expect(place.querySelector('[role=alert]')?.textContent).toBe(fault);
    expect(place.querySelector('input')?.value).toBe(text);
    expect(props.onSnoozes).not.toHaveBeenCalled();
  });

  it('takes no seventh length, and says what is left where there is none', () => {
    show(section({ snoozes: [1, 2, 3, 4, 5, 6] }));
    type('7');
    press('Dodaj');
    expect(place.textContent).toContain('Najwyżej 6 czasów');
    show(section({ snoozes: [] }));
    expect(place.textContent).toContain('Tylko następny ranek i popołudnie.');
  });

  it('says when one is told, and which profile says so', () => {
    show(section());
    const rows = [...place.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toContainEqual(['Oddzwonienie zapowiadane, minut przed terminem', '10', 'podstawowy']);
    expect(rows).toContainEqual(['Po terminie przypominać co tyle minut pracy', '45', 'referatu']);
  });

  it('asks of a trial what was seen, and tells where to look for what was not', () => {
    const props = section();
    show(props);
    press('Sprawdź powiadomienia');
    expect(props.onTry).toHaveBeenCalledOnce();
    show({ ...props, trial: 'waiting' });
    expect(place.querySelector('[role=status]')?.textContent).toContain('w ciągu minuty');
    show({ ...props, trial: 'shown' });
    press('Nie było powiadomienia');
    expect(props.onSeen).toHaveBeenLastCalledWith('no-notification');
    show(props);
    const looked = place.querySelector('[role=alert]')?.textContent;
    for (const where of ['Windows:', 'Chrome i Edge', 'Firefox:']) expect(looked).toContain(where);
    show({ ...props, trial: 'shown' });
    press('Tak, powiadomienie i wykrzyknik');
    show(props);
    expect(place.querySelector('[role=alert]')).toBeNull();
    expect(place.querySelector('[role=status]')?.textContent).toContain('Przypomnienia będzie widać.');
  });

  it('helps where nothing comes at all', () => {
    const props = section({ trial: 'waiting' });
    show(props);
    press('Minęły dwie minuty i nic');
    show({ ...props, trial: 'none' });
    expect(place.querySelector('[role=alert]')?.textContent).toContain('Zamknij przeglądarkę całkiem');
  });
});
