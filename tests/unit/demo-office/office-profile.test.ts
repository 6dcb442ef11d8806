import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseProfile, mergeProfiles, parseProfile, rereadProfile } from '@/lib/profile';
import { demoData } from '../../fixtures/demo-office/data.ts';

const source = readFileSync(join(import.meta.dirname, '../../fixtures/demo-office/profile.json'), 'utf8');
const parsed = parseProfile(source);
const layer = rereadProfile(source);
const data = demoData();

describe('The profile of the demo office', () => {
  it('is a good profile', () => {
    expect(parsed).toMatchObject({ ok: true });
  });

  it('names every clerk of the office with the position and the number that the office’s pages show', () => {
    const directory = layer?.profile.directory ?? [];
    expect(directory).toHaveLength(15);
    for (const { name, position, phone } of data.clerks) {
      expect(directory.find(({ person }) => person === name)).toMatchObject({ position, phone });
    }
    const ids = directory.map(({ id }) => id);
    for (const { substitute } of directory) if (substitute !== undefined) expect(ids).toContain(substitute);
  });

  it('knows who handles each case of the office, within the cell that its sign names', () => {
    const directory = layer?.profile.directory ?? [];
    const cellOf = new Map(data.clerks.map(({ name, cell }) => [name, cell]));
    for (const { jrwa, cell } of data.cases) {
      const who = directory.filter((entry) => entry.jrwa.some((prefix) => jrwa.startsWith(prefix)));
      expect([jrwa, who.map(({ person }) => cellOf.get(person))]).toEqual([jrwa, [cell]]);
    }
  });

  it('locks a reminder of its own, and keeps the hours of the office', () => {
    if (!layer) throw new Error('not read');
    const merged = mergeProfiles(baseProfile(), layer);
    for (const id of merged.locked) expect(merged.reminders.map((reminder) => reminder.id)).toContain(id);
    expect(merged.locked).toHaveLength(1);
    expect(merged.callbacks).toMatchObject({
      promptly: 90,
      hours: { 1: [['08:00', '17:00']], 3: [['08:00', '16:00']], 5: [['08:00', '15:00']] },
    });
  });
});
