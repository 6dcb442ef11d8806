// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useChosenFile } from '@/components/chosen-file';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let told: string[];
/** Ends the reading of the file of this name. */
let end: Map<string, () => void>;

function Desk() {
  const file = useChosenFile(
    (one) => new Promise<string>((resolve) => end.set(one.name, () => resolve(`in ${one.name}`))),
    (content) => told.push(content),
  );
  return (
    <section {...file.place} className={file.isOver ? 'is-over' : ''} aria-label="place">
      <input {...file.field} />
      <button type="button" onClick={file.leave}>
        leave
      </button>
    </section>
  );
}

describe('A file that is chosen or dropped', () => {
  let place: HTMLElement;
  let root: Root;
  beforeEach(async () => {
    told = [];
    end = new Map();
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    await act(async () => root.render(<Desk />));
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    place.remove();
  });

  const section = () => place.querySelector('section') as HTMLElement;
  const choose = (...names: string[]) =>
    act(async () => {
      const input = place.querySelector('input') as HTMLInputElement;
      Object.defineProperty(input, 'files', {
        configurable: true,
        value: names.map((name) => new File([''], name)),
      });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const read = (name: string) => act(async () => end.get(name)?.());
  const drag = async (type: string, types: string[], ...names: string[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const dataTransfer = { types, files: names.map((name) => new File([''], name)) };
    await act(async () => section().dispatchEvent(Object.assign(event, { dataTransfer })));
    return event;
  };

  it('is told once it is read', async () => {
    await choose('a');
    expect(told).toEqual([]);
    await read('a');
    expect(told).toEqual(['in a']);
  });

  it('is passed over where another came before it was read, or it was left', async () => {
    await choose('slow');
    await choose('quick');
    await read('quick');
    await read('slow');
    expect(told).toEqual(['in quick']);
    await choose('left');
    await act(async () => place.querySelector('button')?.click());
    await read('left');
    expect(told).toEqual(['in quick']);
  });

  it('changes nothing where the choice is given up', async () => {
    await choose('a');
    await choose();
    await read('a');
    expect(told).toEqual(['in a']);
  });

  it('can be dropped; nothing but a file can', async () => {
    expect((await drag('dragover', ['Files'])).defaultPrevented).toBe(true);
    expect(section().className).toBe('is-over');
    await drag('drop', ['Files'], 'a');
    expect(section().className).toBe('');
    await read('a');
    expect(told).toEqual(['in a']);
    expect((await drag('dragover', ['text/plain'])).defaultPrevented).toBe(false);
    expect((await drag('drop', ['text/plain'])).defaultPrevented).toBe(false);
    expect(section().className).toBe('');
  });
});
