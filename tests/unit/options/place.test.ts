// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { placeOf } from '@/entrypoints/options/place';

it.each([
  ['#start', { section: 'start', step: null }],
  ['#start/2', { section: 'start', step: 2 }],
  ['#start/9', { section: 'start', step: null }],
  ['#stan', { section: 'stan', step: null }],
  ['#systemy', { section: 'systemy', step: null }],
  ['', { section: null, step: null }],
  ['#constructor', { section: null, step: null }],
])('The address „%s” names its place', (hash, place) => {
  expect(placeOf(hash)).toEqual(place);
});
