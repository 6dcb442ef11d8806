/** What a client needs in a letter: whom to ask, by what number, and until when to do what is asked (sok.telefon-do-klienta.4). */
export type LetterPart = 'person' | 'phone' | 'deadline';

const opening =
  /(?:^|\n)\s*(?:Szanown|Dzień dobry|(?:DECYZJA|WEZWANIE|ZAWIADOMIENIE|POSTANOWIENIE|UPOMNIENIE|INFORMACJA|ZAŚWIADCZENIE)(?!\p{L}))/u;
const closing =
  /(?:^|\n)\s*(?:Z poważaniem|Z wyrazami|Z szacunkiem|Łączę wyrazy|Otrzymuj[ąe]|Pouczenie|POUCZENIE)/u;
/** In words: a shorter text is a part of a letter, whatever it begins with. */
const fewestWords = 30;

const phone =
  /(?<!\p{L})(?:tel|telefon\p{L}*|faks|fax)(?!\p{L})[^\n]{0,20}?\d{2}|(?<![\d.,/-])(?:\+48[ -]?)?(?:\d{3}[ -]\d{3}[ -]\d{3}|\(?\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{9})(?![\d/]|[.,]\d)/iu;
const asksPerson =
  /(?<!\p{L})(?:sprawę\s+(?:prowadzi|załatwia)|prowadząc\p{L}+\s+sprawę|kontakt\p{L}*|(?:informacji|wyjaśnień|odpowiedzi)\s+udziel\p{L}*|proszę\s+(?:dzwonić|pytać|pisać|zadzwonić|zapytać)|odpowie|odpowiem|pytania)/giu;
const person =
  /(?<!\p{L})(?!Urz|Ref|Wydz|Gmin|Biur|Ośr|Star|Sekr|Kas)\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s)?\p{Lu}\p{Ll}+/u;
/** In characters: how far from „sprawę prowadzi” the name stands. */
const near = 120;
/** „Proszę dzwonić” has no deadline. */
const asked =
  /(?<!\p{L})(?:(?:proszę|prosimy)(?!\s+(?:o\s+kontakt|dzwonić|pytać|pisać|zadzwonić|zapytać))|wzywam\p{L}*|wzywa|należy|trzeba|powinn?\p{L}*|musi|zobowiąz\p{L}*)(?!\p{L})/iu;
const deadline =
  /(?<!\p{L})(?:termin\p{L}*|w\s+ciągu|do\s+(?:dnia\s|końca\s|\d{1,2}[.\s])|najpóźniej|nie\s+później|przed\s+upływem|\d+\s+dni)/iu;

/** Empty for a text that is not a whole letter. A deadline is missed only where something is asked of the reader. */
export function missingParts(text: string, words: number): LetterPart[] {
  if (words < fewestWords || !(opening.test(text) || closing.test(text))) return [];
  const parts: LetterPart[] = [];
  if (![...text.matchAll(asksPerson)].some(({ index }) => person.test(text.slice(index, index + near))))
    parts.push('person');
  if (!phone.test(text)) parts.push('phone');
  if (asked.test(text) && !deadline.test(text)) parts.push('deadline');
  return parts;
}
