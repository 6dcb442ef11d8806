import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from '@/lib/callbacks';
import { at, type Group, hoursByName, told } from './office';
import table from './quick-entries.json';
import heldBack from './quick-entries-held-back.json';
import secondLook from './quick-entries-second-look.json';

describe.each([
  ['a quick entry', table as Group[]],
  ['a quick entry of those held back', heldBack as Group[]],
  ['a quick entry of the second look', secondLook as Group[]],
])('%s', (_, groups) => {
  describe.each(groups)('typed on $now', ({ now, hours = 'usual', entries }) => {
    it.each(entries)('„$text”', ({ text, comment, ...expected }) => {
      expect(told(parseQuickEntry(text, at(now), hoursByName[hours] ?? {}))).toEqual(expected);
    });
  });
});
