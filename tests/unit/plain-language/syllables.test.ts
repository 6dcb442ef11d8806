import { expect, it } from 'vitest';
import { countSyllables } from '@/lib/plain-language';

/** Counted by hand, as the words are spoken. */
const counted = `
  z 0, w 0, i 1, do 1, dom 1, sprawa 2, urząd 2, gmina 2, wniosek 2, decyzja 3, podanie 3, zażalenie 4, odwołanie 4,
  postępowanie 5, zaświadczenie 4, pełnomocnictwo 5, niezwłocznie 3, uprawomocnić 5, prolongata 4, nieruchomość 4,
  ciasto 2, dziecko 2, siedem 2, nie 1, pięć 1, ziemia 2, Maria 2, radio 2, biologia 3, historia 3, opinii 3, Danii 2,
  akcji 2, dotacji 3, organizacja 5, administracja 5, instytucja 4, komisja 3, region 2, miliard 2, biuro 2, wiek 1,
  nauka 3, nauczyciel 4, nauki 3, auto 2, autobus 3, autor 2, audyt 2, restauracja 4, astronauta 4, inauguracja 5,
  zaufany 4, zaufanie 4, zauważyć 4, pauza 2, pozaustawowy 6, niezauważony 6,
  Europa 3, euro 2, neutralny 3, reumatyzm 3, terapeuta 4, muzeum 3, liceum 3, jubileusz 4, Mateusz 3, Tadeusza 4,
  nieuczciwy 4, nieubłagany 5, nieuzasadniony 6, przeuczony 4,
  moich 2, stoi 2, swoi 2, poeta 3, aorta 3, kakao 3, idea 3, aktualny 4, sytuacja 4, ewaluacja 5, dwuizbowy 4,
  ósmy 2, ósemka 3, główny 2, wójt 1, wójta 2, książka 2, księga 2, są 1, będą 2, ręczę 2, łączność 2,
  doręczenie 4, uzupełnienie 5, rozpatrzenie 4, umorzenie 4, egzekucja 4, hipoteka 4, służebność 3, dzierżawa 3,
  przedsiębiorstwo 4, współwłasność 3, zagospodarowanie 7, zagospodarowania 7, przestrzenny 3, przestrzennego 4,
  niepełnosprawność 5, odpowiedzialność 5, PESEL 2, KRUS 1, Łódź 1, e-wniosek 3, społeczno-prawny 5
`
  .trim()
  .split(/,\s*/)
  .map((entry) => entry.split(' ') as [string, string]);

it('counts the syllables of Polish words as they are spoken', () => {
  expect(counted.length).toBeGreaterThanOrEqual(100);
  const wrong = counted.filter(([word, count]) => countSyllables(word) !== Number(count));
  expect(wrong.map(([word, count]) => `${word} ${count}, counted ${countSyllables(word)}`)).toEqual([]);
});

it('counts them in a text whose letters are composed of two signs', () => {
  expect(countSyllables('z\u0307ale\u0328')).toBe(2);
});
