import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '@/lib/plain-language';

/** Each line: the sentences of a text, „|” between two of them, „⏎” where a line ends. */
const cases = readFileSync('tests/unit/plain-language/splits.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const marked = line.replaceAll('⏎', '\n');
    return { text: marked.replaceAll(/ ?\| ?/g, (bar) => (bar.length === 3 ? ' ' : '')), marked };
  })
  .map(({ text, marked }) => ({ text, wanted: marked.split('|').map((sentence) => sentence.trim()) }));

const split = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of an official text', () => {
  it('end where a reader would end them: 99 of 100 hard places, of at least 200', () => {
    const wrong = cases.filter(({ text, wanted }) => split(text).join('|') !== wanted.join('|'));
    if (process.env.SHOW_MISSES)
      console.log(
        `${cases.length - wrong.length} of ${cases.length}\n`,
        wrong.map(({ text, wanted }) => `${wanted.join(' | ')}\n    ${split(text).join(' | ')}`).join('\n'),
      );
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(1 - wrong.length / cases.length).toBeGreaterThanOrEqual(0.99);
  });

  it('cover the text in its order and never one another, whatever the text is', () => {
    const piece = fc.constantFrom(
      ...[
        'art. ',
        'r. ',
        'J. ',
        '15. ',
        'Urząd ',
        'umorzył ',
        '. ',
        '.',
        '\n',
        '\r\n',
        ' ',
        '\n\n',
        '(',
        ')',
      ],
      ...[
        '„',
        '”',
        '? ',
        '!',
        '…',
        '1) ',
        '– ',
        '\u00a0',
        '\u00ad',
        'https://a.pl/?b=1 ',
        'k.p.a. ',
        '🙂',
        'a\u0308',
      ],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const { start, end } of sentencesIn(given)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(given.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(given.slice(at).trim()).toBe('');
      }),
      { seed: 20261127, numRuns: 2000 },
    );
  });
});
