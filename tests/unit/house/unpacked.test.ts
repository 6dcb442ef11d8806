import { expect, test } from 'vitest';
import { lz4Of, unsnapped } from '../../faults/unpacked';

const whole = 'abcabcabcabcXY';

test('What Firefox has compressed in its database is read: what stands there, and what stands there again', () => {
  const near = [14, 2 << 2, 97, 98, 99, ((9 - 4) << 2) | 1, 3, 1 << 2, 88, 89];
  const far = [14, 2 << 2, 97, 98, 99, ((9 - 1) << 2) | 2, 3, 0, 1 << 2, 88, 89];
  expect(unsnapped(Buffer.from(near), 0).toString()).toBe(whole);
  expect(unsnapped(Buffer.from([0xff, ...far]), 1).toString()).toBe(whole);
});

test('Of what is written over in part the beginning is read; what is nothing of the kind is no trouble', () => {
  const cut = [14, 2 << 2, 97, 98, 99, ((9 - 4) << 2) | 1, 3];
  expect(unsnapped(Buffer.from(cut), 0).toString()).toBe('abcabcabcabc');
  for (const bytes of [[], [0], [5], [5, 1, 9], [255, 255, 255, 255, 1], [9, 255, 1]])
    expect(unsnapped(Buffer.from(bytes), 0).length).toBe(0);
});

test('What Firefox has compressed of a session is read', () => {
  const block = [14, 0, 0, 0, (3 << 4) | 5, 97, 98, 99, 3, 0, 2 << 4, 88, 89];
  expect(lz4Of(Buffer.concat([Buffer.from('mozLz40\0', 'latin1'), Buffer.from(block)]))?.toString()).toBe(
    whole,
  );
  expect(lz4Of(Buffer.from('not compressed'))).toBeNull();
});
