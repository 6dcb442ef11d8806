import { describe, expect, it } from 'vitest';
import { issueOf } from '@/lib/draft';
import { baseProfile, mergeProfiles, type Profile, parseProfile, rereadProfile } from '@/lib/profile';
import { asksOf } from '@/lib/reminders';
import { startingProfiles } from '@/lib/starting-profiles';

const names = startingProfiles.map(({ id }) => id);
const ruleOf = /^\p{Lu}.*[.!?]$/u;

const inForce = (id: string): { own: Profile; merged: Profile } => {
  const source = JSON.stringify(startingProfiles.find((one) => one.id === id));
  const read = rereadProfile(source);
  if (read === null) throw new Error(`${id} cannot be read`);
  return { own: read.profile, merged: mergeProfiles(baseProfile(), read) };
};

describe('The starting profiles', () => {
  it('are ten, one for each usual referat', () => {
    expect(names).toEqual([
      'organizacyjny',
      'finansowy',
      'usc',
      'planowanie',
      'nieruchomosci',
      'komunalny',
      'srodowisko',
      'oswiata',
      'pomoc-spoleczna',
      'biuro-obslugi',
    ]);
  });

  it.each(names)('hold to all the rules of a profile, and come back the same from a file: %s', (id) => {
    const start = startingProfiles.find((one) => one.id === id);
    const parsed = parseProfile(JSON.stringify(start, null, 2));
    expect(parsed).toEqual({ ok: true, profile: inForce(id).own });
    expect(parseProfile(JSON.stringify(parsed.ok && parsed.profile))).toEqual(parsed);
  });

  it.each(names)('are taken from the file that Studio hands out as they stand in the draft: %s', (id) => {
    const start = startingProfiles.find((one) => one.id === id);
    if (!start) throw new Error(`No starting profile ${id}.`);
    const { seq, source } = issueOf(start, null);
    const parsed = parseProfile(source);
    expect(parsed).toEqual({ ok: true, profile: { ...inForce(id).own, seq } });
    expect(source).toContain('"$schema": "./profile.schema.json"');
  });

  it.each(names)('bring five to ten reminders and a checklist, in whole sentences: %s', (id) => {
    const { own } = inForce(id);
    expect(own.reminders.length).toBeGreaterThanOrEqual(5);
    expect(own.reminders.length).toBeLessThanOrEqual(10);
    expect(own.checklists.length).toBeGreaterThan(0);
    for (const { text, say = 'Tak.' } of own.reminders) {
      expect(text).toMatch(ruleOf);
      expect(say).toMatch(ruleOf);
    }
    for (const { items } of own.checklists) {
      expect(items.length).toBeLessThanOrEqual(5);
      for (const { text } of items) expect(text).toMatch(ruleOf);
    }
  });

  it.each(names)('name nobody and no number, and take nothing from under the base: %s', (id) => {
    const { own, merged } = inForce(id);
    expect(own.directory).toEqual([]);
    expect(own.office).toBeUndefined();
    expect(own.referat?.phone).toBeUndefined();
    expect(merged.reminders).toHaveLength(baseProfile().reminders.length + own.reminders.length);
    expect(merged.checklists).toHaveLength(baseProfile().checklists.length + own.checklists.length);
  });

  it.each(names)('find each term they ask for in its inflected forms: %s', (id) => {
    // Without a glossary's forms only the nominative would be found; an abbreviation has no others.
    for (const { term, forms } of asksOf(inForce(id).merged).terms) {
      if (term !== term.toUpperCase()) expect([term, forms.length > 1]).toEqual([term, true]);
    }
  });

  it('can lie together: no reminder and no checklist stands in two of them', () => {
    for (const list of ['reminders', 'checklists'] as const) {
      const ids = names.flatMap((id) => inForce(id).own[list].map((one) => one.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
