const plainLetters: Record<string, string> = {
  ą: 'a',
  ć: 'c',
  ę: 'e',
  ł: 'l',
  ń: 'n',
  ó: 'o',
  ś: 's',
  ź: 'z',
  ż: 'z',
};

/** A lower-case Polish text as it is typed on a keyboard without Polish letters. */
export function withoutMarks(text: string): string {
  return text.replace(/[ąćęłńóśźż]/g, (letter) => plainLetters[letter] ?? letter);
}
