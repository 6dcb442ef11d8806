/** „nauka”, „zaufany”, „nieuważny”: a prefix or the ending of a Latin word keeps the two vowels apart. */
const apart = /^(?:nie)?(?:na|za|poza)(?=u)|^(?:nie|prze)(?=u)|e(?=um$|usz)/gu;

/**
 * Syllables of a Polish word as it is spoken: one for each vowel, „i” before a vowel only softens, „au” and „eu” are one.
 * A word without a vowel („z”, „w”) has none.
 */
export function countSyllables(word: string): number {
  return (
    word
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(apart, '$&-')
      .match(/[ae]u|i(?![aąeęiouóy])|[aąeęoóuyáéíöäü]/gu) ?? []
  ).length;
}
