import words from './words.json';

/** Lower case and no marks: „ŚMIECI”, „śmieci” and a hurried „smieci” are one word. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').normalize('NFC');
}

/** The words of a text in order, lower case, marks kept; numbers count as words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const endings = [...new Set(words.endings.map(folded))];
/** In letters: less would make „lot” and „loch” one word. */
const shortestStem = 3;

/** How a stem's last consonants change before some endings: „droga – drodze”, „opłata – opłacie”, „rolnik – rolnicy”. */
const softened: readonly [soft: RegExp, hard: string][] = [
  [/sc$/, 'st'],
  [/c$/, 'k'],
  [/c$/, 't'],
  [/dz$/, 'g'],
  [/dz$/, 'd'],
  [/rz$/, 'r'],
  [/sz$/, 'ch'],
  [/z$/, 'g'],
];

/**
 * The stems that a word may have: two words are forms of one where they share a stem. Rules, not a dictionary: now and
 * then a stranger is let in („młyn – młyny” but also „maj – mają”), and a clerk who sees why sees that at once.
 *
 * @param word in any inflected form, with or without Polish marks
 */
export function stemsOf(word: string): Set<string> {
  const lower = word.normalize('NFC').toLowerCase();
  const plain = folded(lower);
  const stems = new Set<string>([plain]);
  if (/\d/.test(plain)) return stems;
  // Without an ending a vowel comes in, or lengthens: „podatek – podatku”, „działek – działki”, „zwierząt – zwierzęta”.
  for (const stem of [plain, folded(lower.replace(/ą(?=[^aąeęioóuy]+$)/u, 'ę'))]) {
    stems.add(stem);
    const withoutVowel = stem.replace(/i?e(?=[bcdfgklmnprstwz]$)/, '');
    if (withoutVowel.length >= 2 && withoutVowel !== stem) stems.add(withoutVowel);
  }
  for (const ending of endings) {
    if (!plain.endsWith(ending)) continue;
    const stem = plain.slice(0, -ending.length);
    // „psa”, „psy” have only two letters that stay.
    if (stem.length < shortestStem && !(stem.length === 2 && plain.length === 3)) continue;
    stems.add(stem);
    if (!/^(?:i|y|e)/.test(ending)) continue;
    for (const [soft, hard] of softened) {
      if (stem.length > shortestStem && soft.test(stem)) stems.add(stem.replace(soft, hard));
    }
    // „miasto – w mieście”, „powiat – w powiecie”.
    if (ending === 'ie') {
      const broad = stem.replace(/ie(?=[^aeiouy]+$)/, 'ia');
      for (const [soft, hard] of softened.slice(0, 3)) {
        if (broad !== stem && soft.test(broad)) stems.add(broad.replace(soft, hard));
      }
    }
  }
  // A deed and its noun: „zameldować – zameldowanie”.
  const deed = plain.match(/^(.{3,}[ae])(?:c|nie|nia|niu|niem|n)$/)?.[1];
  if (deed) stems.add(`${deed}-`);
  return stems;
}

const linking = new Set(words.linking.map(folded));
const generalStems = new Set(words.general.flatMap((word) => [...stemsOf(word)]));
const postStems = new Set(words.posts.flatMap((word) => [...stemsOf(word)]));

/** True for a word that only joins others: „od”, „na”. */
export const isLinking = (word: string): boolean => linking.has(folded(word));

/** True for a word that any matter may have: „wniosek”, „sprawa”. Alone it points to nobody. */
export const isGeneral = (word: string): boolean => shares(stemsOf(word), generalStems);

/** True for a word of many posts: „inspektor”. Alone it points to nobody. */
export const isOfManyPosts = (word: string): boolean => shares(stemsOf(word), postStems);

function shares(some: Set<string>, others: Set<string>): boolean {
  for (const stem of some) if (others.has(stem)) return true;
  return false;
}

/**
 * Looks for a word in texts, in whatever form; made once, asked of very many.
 *
 * @param word as `wordsOf` gives it
 * @returns true where some word of the text is a form of it
 */
export function formFinder(word: string): (text: string) => boolean {
  // No form changes the first two letters: most texts need not be taken apart.
  const start = folded(word).slice(0, 2);
  const wanted = stemsOf(word);
  return (text) => {
    const small = text.toLowerCase();
    if (!(/^[\n -~]*$/.test(small) ? small : folded(small)).includes(start)) return false;
    return wordsOf(small).some((one) => folded(one).startsWith(start) && shares(stemsOf(one), wanted));
  };
}

/** The shortest beginning of a word that is understood before it is typed to its end. */
const shortestBeginning = 4;

/** Which words of a text are a form of `word`. */
export interface TypedWords {
  /**
   * Place of the first form of `word` among the text's words; -1 for none.
   *
   * @param stems of `word`, where they are known already
   */
  placeOf(word: string, stems?: Set<string>): number;
  isEmpty: boolean;
}

/** @param text as typed; its last word may be unfinished */
export function typedWords(text: string): TypedWords {
  const typed = wordsOf(text).filter((word) => !isLinking(word));
  const stems = typed.map(stemsOf);
  const last = typed.at(-1);
  const unfinished = last !== undefined && /[\p{L}]$/u.test(text) ? folded(last) : '';
  return {
    isEmpty: typed.length === 0,
    placeOf: (word, wanted = stemsOf(word)) => {
      const place = stems.findIndex((each) => shares(each, wanted));
      if (place !== -1) return place;
      const begins = unfinished.length >= shortestBeginning && folded(word).startsWith(unfinished);
      return begins ? typed.length - 1 : -1;
    },
  };
}
