import { describe, expect, it } from 'vitest';
import { type Finding, fogStepOf, reviewText } from '@/lib/plain-language';

/** Five words, one of them hard („zaświadczenie”). */
const short = 'Zaświadczenie wydamy Panu w maju.';
/** Twenty-five words, five of them hard, in one sentence. */
const long =
  'Zaświadczenie wydamy Panu w maju i zaświadczenie wydamy Panu w maju i zaświadczenie wydamy Panu w maju i zaświadczenie wydamy Panu w maju i zaświadczenie.';
const found = (text: string, jargon = [] as Parameters<typeof reviewText>[1]) =>
  reviewText(text, jargon).findings.map((finding: Finding) => [
    finding.kind,
    text.slice(finding.start, finding.end),
  ]);

describe('the figures of a text', () => {
  it('are what a person counts: words, sentences, average, hard words', () => {
    const { figures } = reviewText(`${short} ${long}`, []);
    expect(figures).toMatchObject({ words: 30, sentences: 2, longSentences: 1, averageSentence: 15 });
    expect(figures.hardShare).toBeCloseTo(6 / 30);
  });

  it('have Gunning’s and Pisarek’s index from a hundred words on, and none below', () => {
    const below = Array.from({ length: 19 }, () => short).join(' ');
    expect(reviewText(`${below} Dziękuję bardzo za list.`, []).figures).toMatchObject({
      words: 99,
      difficulty: null,
    });
    const { difficulty } = reviewText(`${below} ${short}`, []).figures;
    // 100 words in 20 sentences, 20 of them hard: 0.4 × (5 + 20), and half of √(25 + 400).
    expect(difficulty?.fog).toBeCloseTo(10);
    expect(difficulty?.pisarek).toBeCloseTo(10.308, 3);
    expect(difficulty?.fogIfDivided).toBeNull();
    // Half of the hard words: 0.4 × (5 + 10).
    expect(difficulty?.fogIfShorterWords).toBeCloseTo(6);
  });

  it('tell what dividing the long sentences would give', () => {
    // 100 words in 4 sentences, 20 hard: 0.4 × (25 + 20) = 18; in 8 sentences 0.4 × (12.5 + 20) = 13.
    const { difficulty } = reviewText(Array.from({ length: 4 }, () => long).join(' '), []).figures;
    expect(difficulty?.fog).toBeCloseTo(18);
    expect(difficulty?.fogIfDivided).toBeCloseTo(13);
  });

  it('do not take a heading, an address or a signature for a short sentence', () => {
    const letter = `DECYZJA\nUrząd Gminy Gostynin\nul. Parkowa 32\n\n${short}\n\nZ poważaniem\nAnna Nowak`;
    expect(reviewText(letter, []).figures).toMatchObject({ words: 5, sentences: 1 });
  });

  it('do not take names, numbers, signs of cases and addresses for hard words', () => {
    const text =
      'W mieście Konstantynopolitańczyków sprawę FN.3120.15.2026 prowadzi urzad.gminy@gostynin.pl.';
    expect(reviewText(text, []).figures).toMatchObject({ words: 7, hardShare: 0 });
  });

  it('are nought for an empty text and for one without a word', () => {
    for (const text of ['', ' \n\u00a0', '– … 🙂'])
      expect(reviewText(text, [])).toEqual({
        figures: {
          words: 0,
          sentences: 0,
          longSentences: 0,
          averageSentence: 0,
          hardShare: 0,
          difficulty: null,
        },
        findings: [],
        missing: [],
      });
  });

  it('have steps, by the number that is shown', () => {
    expect([0, 6.4, 6.5, 9.4, 12.4, 12.5, 15.4, 15.5, 17.4, 17.5, 40].map(fogStepOf)).toEqual([
      'primary',
      'primary',
      'lower-secondary',
      'lower-secondary',
      'secondary',
      'bachelor',
      'bachelor',
      'master',
      'master',
      'very-hard',
      'very-hard',
    ]);
  });
});

describe('the places of a text', () => {
  it('are sentences of more than twenty words', () => {
    const twenty = `${Array.from({ length: 19 }, () => 'dom').join(' ')} dom.`;
    expect(found(twenty)).toEqual([]);
    expect(found(`Tak. D${twenty.slice(1)}`)).toEqual([]);
    expect(found(`Nie. Oto ${twenty}`)).toEqual([['long-sentence', `Oto ${twenty}`]]);
  });

  it('are what the caller’s glossary has found, where there is something to write instead', () => {
    const text = 'Proszę przedłożyć pełnomocnictwo.';
    const jargon = [
      { start: 7, end: 17, instead: ['złożyć', 'pokazać'] },
      { start: 18, end: 32, instead: [] },
    ];
    expect(reviewText(text, jargon).findings).toEqual([
      { kind: 'jargon', start: 7, end: 17, instead: ['złożyć', 'pokazać'] },
    ]);
  });

  it('are acts cited in full a second time, date and journal as one', () => {
    const act =
      'ustawy z dnia 14 czerwca 1960 r. Kodeks postępowania administracyjnego (Dz. U. z 2024 r. poz. 572)';
    expect(found(`Na podstawie ${act}.`)).toEqual([]);
    expect(found(`Na podstawie ${act}.\nZgodnie z ${act}.`)).toEqual([['law-again', act.slice(0, -1)]]);
    expect(found(`Zgodnie z ${act}.\nI jeszcze raz: Dz.U. z 2024 r., poz. 572.`)).toEqual([
      ['law-again', 'Dz.U. z 2024 r., poz. 572'],
    ]);
    expect(found(`Zgodnie z ${act}.\nTak samo Dz. U. z 2023 r. poz. 572.`)).toEqual([]);
    expect(found('Rozporządzenia z 3.05.2020 r. nie stosuje się. Ustawa z 3 maja 2020 r. trwa.')).toEqual([]);
  });

  it('come in the order of the text, the wider first', () => {
    const text = `Wydano decyzję. ${long.replace('wydamy Panu', 'wydano Panu')}`;
    expect(found(text).map(([kind]) => kind)).toEqual(['impersonal', 'long-sentence', 'impersonal']);
  });

  it('offer what the office would write of itself only where the ending tells it', () => {
    const instead = (word: string) =>
      reviewText(`${word} go.`, []).findings.map((finding) => 'instead' in finding && finding.instead[0]);
    const pairs =
      'Wydano wydaliśmy, Odmówiono odmówiliśmy, Złożono złożyliśmy, Doręczono doręczyliśmy, Umorzono umorzyliśmy, Stwierdzono stwierdziliśmy, Zwrócono zwróciliśmy, Ustalono ustaliliśmy, Przyjęto przyjęliśmy, Usunięto usunęliśmy, Uiszczono uiściliśmy, Użyto użyliśmy';
    for (const pair of pairs.split(', ')) {
      const [word = '', wanted] = pair.split(' ');
      expect([word, instead(word)]).toEqual([word, [wanted]]);
    }
    expect(instead('Wniesiono')).toEqual([undefined]);
    expect(instead('Powiedziano')).toEqual([undefined]);
  });
});

describe('what a whole letter lacks', () => {
  const letter = (more: string) =>
    `Szanowna Pani,\n\nw odpowiedzi na pismo z 3 maja wyjaśniam, że podatek od domu policzyliśmy od nowa. Nowa kwota jest niższa i wynosi 120 zł. Powodem jest zmiana powierzchni, o której nas Pani zawiadomiła. ${more}\n\nZ poważaniem`;
  const missing = (more: string) => reviewText(letter(more), []).missing;

  it('is the person, the telephone and, where something is asked, the deadline', () => {
    expect(missing('Proszę zapłacić różnicę.')).toEqual(['person', 'phone', 'deadline']);
    expect(missing('Nic Pani nie dopłaca.')).toEqual(['person', 'phone']);
    expect(
      missing('Proszę zapłacić różnicę do 15 maja. Sprawę prowadzi Anna Nowak, tel. 24 235 11 11.'),
    ).toEqual([]);
  });

  it.each([
    ['Proszę dzwonić do Anny Lis: 601 234 567.', []],
    ['Kontakt: Jan Kowalski-Lis, (24) 235 11 11', []],
    ['Informacji udziela Referat Finansowy, tel. 242351111.', ['person']],
    ['Wpłata na konto 12 1020 3974 0000 1234 0000 0000. Pytania? Pisz: Anna Nowak.', ['phone']],
  ])('%s', (more, wanted) => {
    expect(missing(more)).toEqual(wanted);
  });

  it('is not told of a sentence, nor of a text that is no letter', () => {
    expect(reviewText('Szanowna Pani, proszę zapłacić.', []).missing).toEqual([]);
    expect(
      reviewText(letter('').replace('Szanowna Pani,', '').replace('Z poważaniem', ''), []).missing,
    ).toEqual([]);
  });
});

it('takes time in proportion to the text, whatever stands in it', () => {
  const work = (piece: string, length: number) => {
    const text = piece.repeat(length / piece.length);
    // Of three, the least disturbed; of the processor’s time, which no other program takes.
    const runs = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      reviewText(text, []);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.max(1000, Math.min(...runs));
  };
  // Ten times the text: a pattern that goes back over it all would take a hundred times the work.
  for (const piece of [
    '.',
    '..... ',
    '((((',
    'art. ',
    '5. ',
    'a,',
    'ustawa ',
    '\n',
    '?? (',
    'Z 3 maja 2026 r. ',
    'tel. ',
    'nia ',
  ])
    expect([piece, work(piece, 200_000) / work(piece, 20_000)]).toEqual([
      piece,
      expect.toSatisfy((ratio) => ratio < 40),
    ]);
});
