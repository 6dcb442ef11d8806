import { describe, expect, it } from 'vitest';
import { type Entry, type ProposalInput, proposeFor } from '@/lib/directory';
import { matters } from './matters';
import { directory } from './office';

const ask = (more: Partial<ProposalInput>) =>
  proposeFor({ directory, matter: '', caseSign: null, clerkName: 'Zofia Nieobecna', ...more });
const idsFor = (more: Partial<ProposalInput>) => ask(more).map(({ entry }) => entry.id);

describe('Whose matter it is', () => {
  it('is found for matters as clerks type them, in any inflection', () => {
    const missed = matters.flatMap(([matter, id]) => {
      const [first = 'nobody', ...others] = idsFor({ matter });
      return first === id ? [] : [`${matter}: ${first}, not ${id}; then ${others.slice(0, 3).join(', ')}`];
    });
    const right = (matters.length - missed.length) / matters.length;
    expect(matters.length).toBeGreaterThanOrEqual(60);
    expect(right, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('is understood before the word is typed to its end', () => {
    expect(idsFor({ matter: 'kanali' })[0]).toBe('woda');
    expect(idsFor({ matter: 'kan' })).toEqual(['sekretariat']);
  });

  it('is told by the open case, without typing; the longest prefix of the file plan wins', () => {
    const [first, ...others] = ask({ caseSign: { jrwa: '6727' } });
    expect(first?.entry.id).toBe('planowanie');
    expect(first?.why).toEqual([{ by: 'jrwa', prefix: '6727' }]);
    expect(others).toEqual([]);
    const shorter: Entry = { id: 'ogolne', person: 'Jan Ogólny', subjects: [], jrwa: ['67', '6'] };
    expect(
      ask({ directory: [shorter, ...directory], caseSign: { jrwa: '6727' } }).map(({ entry, why }) => [
        entry.id,
        why,
      ]),
    ).toEqual([
      ['planowanie', [{ by: 'jrwa', prefix: '6727' }]],
      ['ogolne', [{ by: 'jrwa', prefix: '67' }]],
    ]);
  });

  it('is what the client says before what happens to be open', () => {
    expect(idsFor({ matter: 'śmieci', caseSign: { jrwa: '3120' } })).toEqual(['odpady', 'wymiar']);
  });

  it('is the very matter before much that speaks a little', () => {
    // The open case and the post speak for the one who assesses the tax, too.
    expect(idsFor({ matter: 'umorzenie podatku', caseSign: { jrwa: '3123' } })[0]).toBe('ksiegowosc');
  });

  it('leaves the open case first, and the secretariat last, where the words fit nobody', () => {
    expect(idsFor({ matter: 'kombajn', caseSign: { jrwa: '3120' } })).toEqual(['wymiar', 'sekretariat']);
  });

  it('is for the secretariat to find out where nothing is known', () => {
    expect(ask({}).map(({ entry, why }) => [entry.id, why])).toEqual([
      ['sekretariat', [{ by: 'secretariat' }]],
    ]);
    expect(idsFor({ matter: 'wniosek w sprawie' })).toEqual(['sekretariat']);
    // The secretariat itself has nobody to ask.
    expect(idsFor({ clerkName: 'Lidia Umyślna' })).toEqual([]);
  });

  it('is the clerk’s own where her name stands there, however it is written', () => {
    const own = (clerkName: string) => ask({ matter: 'podatek rolny', clerkName })[0]?.own;
    expect(own('Anna Wzorcowa')).toBe(true);
    expect(own('wzorcowa  anna')).toBe(true);
    expect(own('Anna Wzorowa')).toBe(false);
    expect(own('')).toBe(false);
  });

  it('names all that speaks for a person, the strongest first', () => {
    expect(ask({ matter: 'podatku rolnego, do Wzorcowej', caseSign: { jrwa: '3120' } })[0]?.why).toEqual([
      { by: 'name' },
      { by: 'subjects', subjects: ['podatek rolny', 'podatek od nieruchomości', 'podatek leśny'] },
      { by: 'position' },
      { by: 'jrwa', prefix: '3120' },
    ]);
  });

  it('may be found by the office’s own glossary in place of these rules', () => {
    const findSubjects = (text: string) => (text.includes('kubły') ? ['odpady'] : []);
    expect(idsFor({ matter: 'kubły', findSubjects })).toEqual(['odpady']);
  });

  it('is nobody’s in an office without a directory', () => {
    expect(idsFor({ directory: [], matter: 'śmieci', caseSign: { jrwa: '3120' } })).toEqual([]);
  });

  it('does not move with the order in which people stand, but among equals', () => {
    const turned = [...directory].reverse();
    for (const [matter, id] of matters.slice(0, 20)) {
      expect([matter, idsFor({ matter })[0] === id]).toEqual([
        matter,
        idsFor({ matter, directory: turned })[0] === id,
      ]);
    }
  });
});
