import { expect, it } from 'vitest';
import { type Entry, substituteOf } from '@/lib/directory';

const entry = (id: string, substitute?: string): Entry => ({
  id,
  person: id,
  subjects: [],
  jrwa: [],
  ...(substitute === undefined ? {} : { substitute }),
});

it('Whoever is away has the one named stand in, and the next where that one is away, too', () => {
  const [a, b, c] = [entry('a', 'b'), entry('b', 'c'), entry('c')];
  expect(substituteOf(a, [a, b, c])).toBe(b);
  expect(substituteOf(a, [a, b, c], new Set(['b']))).toBe(c);
  expect(substituteOf(a, [a, b, c], new Set(['b', 'c']))).toBeNull();
});

it('Nobody stands in for oneself, and those who stand in for one another are asked once each', () => {
  const [a, b] = [entry('a', 'b'), entry('b', 'a')];
  expect(substituteOf(a, [a, b])).toBe(b);
  expect(substituteOf(a, [a, b], new Set(['b']))).toBeNull();
  const alone = entry('x', 'x');
  expect(substituteOf(alone, [alone])).toBeNull();
});

it('A substitute who has left the directory is nobody', () => {
  const a = entry('a', 'left');
  expect(substituteOf(a, [a])).toBeNull();
  expect(substituteOf(entry('b'), [])).toBeNull();
});
