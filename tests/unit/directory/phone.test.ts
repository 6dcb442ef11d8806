import { expect, it } from 'vitest';
import { dialled } from '@/lib/directory';

it.each([
  ['24 235 00 11', '+48242350011'],
  ['(24) 235-00-11 wew. 12', '+48242350011'],
  ['tel. 600 000 001', '+48600000001'],
  ['+48 600 000 001', '+48600000001'],
  ['48600000001', '+48600000001'],
  ['0048 600 000 001', '+48600000001'],
  ['+49 30 1234567', '+49301234567'],
  ['24 235 00 11, 24 235 00 12', '+48242350011'],
])('„%s” is dialled as %s', (written, number) => {
  expect(dialled(written)).toBe(number);
});

it.each(['', '112', 'wew. 31', 'pokój 12', '600 000', '+48', '0 700'])(
  '„%s” cannot be dialled',
  (written) => {
    expect(dialled(written)).toBeNull();
  },
);
