import { expect, test } from 'vitest';
import { isUnderlined, underliningIn } from '@/lib/underlining';

const choices = { 'ezd-rp': 'always', dokus: 'on-request', 'ezd-puw': 'off' } as const;

test.each([
  ['always, and nothing was asked', 'ezd-rp', null, true],
  ['always, and the clerk switched it off here', 'ezd-rp', { system: 'ezd-rp', isOn: false }, false],
  ['on request, and nothing was asked', 'dokus', null, false],
  ['on request, and it was asked for', 'dokus', { system: 'dokus', isOn: true }, true],
  ['on request, asked for in another system', 'dokus', { system: 'ezd-rp', isOn: true }, false],
  ['off, whatever was asked before', 'ezd-puw', { system: 'ezd-puw', isOn: true }, false],
  ['nothing chosen', 'ezd-finn', { system: 'ezd-finn', isOn: true }, false],
])('terms are underlined or not: %s', (_, system, request, isOn) => {
  expect(isUnderlined(system, choices, request)).toBe(isOn);
});

test('a page of no known system has the choice of other systems', () => {
  expect(underliningIn(null, { generic: 'always' })).toBe('always');
  expect(underliningIn(null, {})).toBe('off');
});
