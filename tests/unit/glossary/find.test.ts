import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlossary, proposeForms, shippedTerms } from '@/lib/glossary';
import heldBack from './held-back-words.json';

const seed = 20_261_125;
const glossary = compileGlossary(shippedTerms());
const found = (text: string) =>
  glossary.find(text).map(({ termId, start, end }) => `${termId}: ${text.slice(start, end)}`);

describe('a term in a text', () => {
  it.each([
    ['Rozmawiałem ze stronami postępowania.', 'strona-postepowania: stronami postępowania'],
    ['Nie ma ostatecznych decyzji.', 'decyzja-ostateczna: ostatecznych decyzji'],
    ['Wszczęto z urzędu postępowanie.', 'wszczac-postepowanie: Wszczęto z urzędu postępowanie'],
    ['Pisze do organu I instancji.', 'organ-pierwszej-instancji: organu I instancji'],
    ['Pisze do organu 1. instancji.', 'organ-pierwszej-instancji: organu 1. instancji'],
    ['STRONA POSTĘPOWANIA', 'strona-postepowania: STRONA POSTĘPOWANIA'],
    ['strona\u00a0postępowania', 'strona-postepowania: strona\u00a0postępowania'],
    ['strona postę\u00adpowania', 'strona-postepowania: strona postę\u00adpowania'],
    ['strona postępo-\nwania', 'strona-postepowania: strona postępo-\nwania'],
    ['zażalenie'.normalize('NFD'), `zazalenie: ${'zażalenie'.normalize('NFD')}`],
    ['Wnosze zazalenie.', 'zazalenie: zazalenie'],
    ['wszczęto wg art. 61 postępowanie', 'wszczac-postepowanie: wszczęto wg art. 61 postępowanie'],
  ])('is found: %s', (text, wanted) => {
    expect(found(text)).toContain(wanted);
  });

  it.each([
    ['inside a compound', 'wniosek-formularz'],
    ['in a file name', 'wniosek.pdf'],
    ['in an address', 'https://gmina.example/wniosek?x=wniosek'],
    ['across a full stop', 'To nie ta strona. Postępowania nie ma.'],
    ['across a paragraph', 'strona\n\npostępowania'],
    ['across a comma', 'strona, postępowania'],
    ['where the word means something else', 'Doszedł do wniosku i ma postanowienie noworoczne.'],
    ['in cases that do not agree', 'decyzją ostateczny, ostatecznego decyzja'],
    ['without its marks in a text that has them', 'Wnoszę zazalenie.'],
  ])('is not found %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives way to a longer one', () => {
    expect(found('wezwanie do uzupełnienia braków formalnych')).toHaveLength(1);
  });
});

describe('a team lead’s own term', () => {
  it('is found in forms proposed by its ending', () => {
    const own = compileGlossary([
      { id: 'a', headword: 'opłata przyłączeniowa', meaning: 'm' },
      { id: 'b', headword: 'ankieter', meaning: 'm' },
      { id: 'c', headword: 'GOPS', meaning: 'm' },
    ]);
    const text = 'Nie ma opłat przyłączeniowych. Pytaj ankieterów w GOPS-ie.';
    expect(own.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'opłat przyłączeniowych',
      'ankieterów',
      'GOPS-ie',
    ]);
  });

  it('is found in the forms that were typed for it', () => {
    const own = compileGlossary([{ id: 'a', headword: 'kalafior', meaning: 'm', forms: ['w kalafiorkach'] }]);
    expect(own.find('jest w kalafiorkach')).toEqual([{ termId: 'a', start: 5, end: 19 }]);
  });

  it('has its forms proposed as docs/glossary.md says, on 300 words held back', () => {
    const all = Object.entries(heldBack).map(([lemma, forms]) => {
      const proposed = new Set(proposeForms(lemma));
      const wanted = forms.split(' ');
      return {
        lemma,
        missed: wanted.filter((form) => !proposed.has(form)).length,
        wanted: wanted.length,
        extra: proposed.size,
      };
    });
    expect(all).toHaveLength(300);
    const complete = all.filter(({ missed }) => missed === 0);
    const exact = complete.filter(({ wanted, extra }) => wanted === extra);
    const forms =
      1 - all.reduce((sum, { missed }) => sum + missed, 0) / all.reduce((sum, { wanted }) => sum + wanted, 0);
    if (process.env.SHOW_MISSES)
      console.log(
        complete.length / 300,
        exact.length / 300,
        forms,
        all
          .filter(({ missed }) => missed > 0)
          .map((w) => w.lemma)
          .join(' '),
      );
    expect(complete.length / 300).toBeGreaterThanOrEqual(0.88);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'strona postępowania|decyzja|ostateczna|wszczęto|się|uprawomocni|organ|I instancji|wniosku|dojść do|zazalenie|-\n|\n|. |, | |\u00ad|\u0301|art. |\r\n|/|:|//|@|-'.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength: 4,
    }),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('gives terms within it, in order, none over another', () => {
    fc.assert(
      fc.property(text, (given) => {
        let reached = 0;
        for (const { start, end } of glossary.find(given)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          reached = end;
        }
      }),
      { seed, numRuns: 3_000 },
    );
  });

  it('in two paragraphs gives what each gives', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const moved = glossary.find(b).map(({ termId, start, end }) => ({
          termId,
          start: start + a.length + 2,
          end: end + a.length + 2,
        }));
        expect(glossary.find(`${a}\n\n${b}`)).toEqual([...glossary.find(a), ...moved]);
      }),
      { seed, numRuns: 3_000 },
    );
  });
});
