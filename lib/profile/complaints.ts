/** What is wrong with a profile, without the language it is told in. */
export type Complaint =
  | { is: 'not-text' | 'not-utf8' | 'unreadable' | 'too-deep' | 'too-many' }
  | { is: 'too-big'; bytes: number; most: number }
  | { is: 'not-json'; line: number; column: number }
  | { is: 'duplicate-key' | 'forbidden-key' | 'missing'; key: string }
  | { is: 'unknown-key'; key: string; nearest: string | null; known: string[] }
  | { is: 'unknown-format'; value: string; known: string[] }
  | { is: 'wrong-type'; place: string; wanted: Kind; found: Kind }
  | { is: 'unknown-value'; place: string; value: string; nearest: string | null; known: string[] }
  | { is: 'text-too-long'; place: string; length: number; most: number }
  | { is: 'text-empty' | 'blank' | 'invisible-characters' | 'control-characters'; place: string }
  | { is: 'list-too-long'; place: string; most: number }
  | { is: 'list-too-short'; place: string; least: number }
  | { is: 'number-too-small'; place: string; least: number }
  | { is: 'number-too-big'; place: string; most: number }
  | { is: 'bad-id' | 'bad-time' | 'bad-day' | 'bad-selector'; value: string }
  | { is: 'no-condition' | 'no-signal'; known: string[] }
  | { is: 'unknown-condition' | 'unknown-signal'; key: string; nearest: string | null; known: string[] }
  | { is: 'several-conditions' | 'several-signals'; keys: string[] }
  | { is: 'same-id'; id: string; first: string }
  | { is: 'unknown-provision'; id: string; nearest: string | null }
  | { is: 'bad-address' | 'expression-in-address'; value: string }
  | { is: 'empty-time' }
  | { is: 'no-time-between'; at: string }
  | { is: 'hours-turned' | 'hours-overlap'; from: string; to: string }
  | { is: 'unknown-field'; field: string; nearest: string | null; known: string[] }
  | { is: 'stray-brace' }
  | { is: 'budget-turned'; smaller: string; greater: string }
  | { is: 'wrong' }
  | { is: 'more'; count: number };

export type Kind = 'text' | 'number' | 'whole-number' | 'list' | 'object' | 'yes-no' | 'nothing';

/** Tells a complaint in one or two sentences: what is wrong and what to do. */
export function tell(complaint: Complaint, language: 'pl' | 'en'): string {
  return language === 'pl' ? inPolish(complaint) : inEnglish(complaint);
}

const polish = new Intl.PluralRules('pl');
function counted(count: number, one: string, few: string, many: string): string {
  const form = polish.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}
const characters = (count: number) => counted(count, 'znak', 'znaki', 'znaków');

const kindsPl: Record<Kind, string> = {
  text: 'tekst w cudzysłowie',
  number: 'liczba',
  'whole-number': 'liczba całkowita',
  list: 'lista w nawiasach [ ]',
  object: 'obiekt w nawiasach { }',
  'yes-no': 'true albo false',
  nothing: 'null, czyli nic',
};
const kindsEn: Record<Kind, string> = {
  text: 'a text in quotation marks',
  number: 'a number',
  'whole-number': 'a whole number',
  list: 'a list in [ ]',
  object: 'an object in { }',
  'yes-no': 'true or false',
  nothing: 'null, that is nothing',
};

const pl = (value: string) => `„${shown(value)}”`;
const en = (value: string) => `“${shown(value)}”`;
const meantPl = (nearest: string | null) => (nearest === null ? '' : ` Czy chodziło o ${pl(nearest)}?`);
const meantEn = (nearest: string | null) => (nearest === null ? '' : ` Did you mean ${en(nearest)}?`);
const listed = (values: string[]) => values.map(shown).join(', ');

/** A value as it can be shown: short, and without what cannot be seen. */
function shown(value: string): string {
  const plain = value.replace(/[\p{C}\u2028\u2029]/gu, '�');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** A number of bytes as whole kB, upwards. */
const kB = (bytes: number) => Math.ceil(bytes / 1024);

function inPolish(it: Complaint): string {
  switch (it.is) {
    case 'not-text':
      return 'Profil nie jest plikiem tekstowym. Wskaż plik JSON z profilem.';
    case 'not-utf8':
      return 'Plik nie jest zapisany w UTF-8. Otwórz go w edytorze i zapisz w kodowaniu UTF-8.';
    case 'unreadable':
      return 'Tego profilu nie udało się odczytać. Pobierz plik jeszcze raz albo poproś o nowy.';
    case 'too-big':
      return `Plik ma ${kB(it.bytes)} kB, a może mieć najwyżej ${kB(it.most)}. Usuń zbędne pozycje.`;
    case 'too-deep':
      return 'Zagnieżdżenie jest tu zbyt głębokie. Uprość warunek: połącz zagnieżdżone „all” i „any”.';
    case 'too-many':
      return 'Profil ma zbyt wiele pozycji. Usuń te, których nikt nie używa.';
    case 'not-json':
      return `To nie jest poprawny JSON: błąd jest w wierszu ${it.line}, przy znaku ${it.column}. Sprawdź tam przecinki, nawiasy i cudzysłowy.`;
    case 'duplicate-key':
      return `Pole ${pl(it.key)} jest tu dwa razy. Zostaw jedno.`;
    case 'forbidden-key':
      return `Pole ${pl(it.key)} jest niedozwolone. Usuń je.`;
    case 'missing':
      return `Brakuje pola ${pl(it.key)}. Dopisz je.`;
    case 'unknown-key':
      return it.nearest === null
        ? `Nieznane pole ${pl(it.key)}. Usuń je; możliwe są: ${listed(it.known)}.`
        : `Nieznane pole ${pl(it.key)}. Jeśli chodziło o ${pl(it.nearest)}, popraw nazwę, a jeśli nie, usuń je.`;
    case 'unknown-format':
      return `Nieznany format profilu ${pl(it.value)}. Ta wersja Oboka zna: ${listed(it.known)}. Popraw pole „format” albo zaktualizuj Oboka.`;
    case 'wrong-type':
      return `${placePl(it.place)}: powinno tu być: ${kindsPl[it.wanted]}, a jest: ${kindsPl[it.found]}. Popraw tę wartość.`;
    case 'unknown-value':
      return `Nieznana wartość ${pl(it.value)}.${meantPl(it.nearest)} Możliwe: ${listed(it.known)}.`;
    case 'text-too-long':
      return `${it.place === 'reminder' ? 'Tekst przypomnienia' : `Tekst w polu ${pl(it.place)}`} ma ${characters(it.length)}, a może mieć najwyżej ${it.most}. Skróć go o ${characters(it.length - it.most)}.`;
    case 'text-empty':
    case 'blank':
      return `${textPl(it.place)} jest pusty. Wpisz go albo usuń to pole.`;
    case 'invisible-characters':
      return `${textPl(it.place)} zawiera znaki niewidoczne albo zmieniające kierunek pisma, przez które czyta się go inaczej, niż jest zapisany. Wpisz go od nowa z klawiatury.`;
    case 'control-characters':
      return `${textPl(it.place)} zawiera znaki sterujące, na przykład tabulator. Zamień je na spacje.`;
    case 'list-too-long':
      return `Lista ${pl(it.place)} może mieć najwyżej ${counted(it.most, 'pozycję', 'pozycje', 'pozycji')}. Usuń nadmiarowe.`;
    case 'list-too-short':
      return `Lista ${pl(it.place)} musi mieć co najmniej ${counted(it.least, 'pozycję', 'pozycje', 'pozycji')}. Dopisz, czego brakuje.`;
    case 'number-too-small':
      return `${placePl(it.place)}: liczba jest za mała. Wpisz co najmniej ${it.least}.`;
    case 'number-too-big':
      return `${placePl(it.place)}: liczba jest za duża. Wpisz najwyżej ${it.most}.`;
    case 'bad-id':
      return `Identyfikator ${pl(it.value)} jest niepoprawny. Użyj liter, cyfr, kropek, łączników i podkreśleń, najwyżej 80 znaków, na początku litera albo cyfra.`;
    case 'bad-time':
      return `Godzina ${pl(it.value)} jest niepoprawna. Zapisz ją jako GG:MM, na przykład 08:00.`;
    case 'bad-day':
      return `Nie ma takiego dnia: ${pl(it.value)}. Zapisz go jako RRRR-MM-DD, na przykład 2027-12-31.`;
    case 'bad-selector':
      return `Selektor ${pl(it.value)} jest niedozwolony. Użyj znacznika, #id, .klasy albo [atrybutu="wartość"], bez „*” i bez dwukropków.`;
    case 'no-condition':
      return `Tu musi stać warunek. Możliwe: ${listed(it.known)}.`;
    case 'no-signal':
      return `Tu musi stać znak rozpoznawczy strony. Możliwe: ${listed(it.known)}.`;
    case 'unknown-condition':
      return `Nieznany warunek ${pl(it.key)}.${meantPl(it.nearest)} Możliwe: ${listed(it.known)}.`;
    case 'unknown-signal':
      return `Nieznany znak rozpoznawczy strony ${pl(it.key)}.${meantPl(it.nearest)} Możliwe: ${listed(it.known)}.`;
    case 'several-conditions':
      return `Stoi tu kilka warunków naraz: ${listed(it.keys)}. Zapisz każdy w osobnym { } i połącz je w „all” albo „any”.`;
    case 'several-signals':
      return `Stoi tu kilka znaków rozpoznawczych naraz: ${listed(it.keys)}. Zapisz każdy w osobnym { }.`;
    case 'same-id':
      return `Identyfikator ${pl(it.id)} ma już pozycja ${it.first}. Nadaj jednej z nich inny.`;
    case 'unknown-provision':
      return `Standard nie ma postanowienia ${pl(it.id)}.${meantPl(it.nearest)} Podaj identyfikator istniejącego, na przykład sok.powitanie.1 albo ke.7.2.`;
    case 'bad-address':
      return `Wzorzec adresu ${pl(it.value)} jest niepoprawny. Zapisz go na przykład tak: https://ezd.example/sprawy/*.`;
    case 'expression-in-address':
      return `Wzorzec adresu ${pl(it.value)} zawiera wyrażenie regularne. Zastąp je gwiazdką.`;
    case 'empty-time':
      return 'Warunek „time” jest pusty. Podaj „from”, „to” albo „weekdays”.';
    case 'no-time-between':
      return `Pora zaczyna się i kończy o ${it.at}, więc nigdy nie trwa. Zmień „from” albo „to”.`;
    case 'hours-turned':
      return `Godziny ${it.from}–${it.to} kończą się, zanim się zaczną. Zamień je miejscami albo popraw.`;
    case 'hours-overlap':
      return `Godziny ${it.from}–${it.to} zachodzą na poprzednie albo stoją przed nimi. Ułóż je po kolei i rozdziel.`;
    case 'unknown-field':
      return `Nieznane pole zdania {${shown(it.field)}}.${it.nearest === null ? '' : ` Czy chodziło o {${it.nearest}}?`} Możliwe: ${listed(it.known)}.`;
    case 'stray-brace':
      return 'Zdanie ma nawias { albo } bez pary. Zapisz pole na przykład tak: {imię i nazwisko}.';
    case 'budget-turned':
      return `Limit ${pl(it.smaller)} jest większy niż ${pl(it.greater)}, więc nic nie znaczy. Zmniejsz pierwszy albo zwiększ drugi.`;
    case 'wrong':
      return 'Ta wartość jest niepoprawna. Porównaj ją z opisem formatu profilu.';
    case 'more':
      return `${polish.select(it.count) === 'few' ? 'Są' : 'Jest'} jeszcze ${counted(it.count, 'błąd', 'błędy', 'błędów')}. Popraw powyższe i sprawdź profil ponownie.`;
  }
}

function inEnglish(it: Complaint): string {
  switch (it.is) {
    case 'not-text':
      return 'The profile is not a text file. Choose a JSON file with a profile.';
    case 'not-utf8':
      return 'The file is not UTF-8. Open it in an editor and save it as UTF-8.';
    case 'unreadable':
      return 'This profile could not be read. Fetch the file again or ask for a new one.';
    case 'too-big':
      return `The file has ${kB(it.bytes)} kB and may have ${kB(it.most)} at most. Take out what is not needed.`;
    case 'too-deep':
      return 'This is nested too deeply. Make the condition simpler: merge nested “all” and “any”.';
    case 'too-many':
      return 'The profile holds too many values. Take out what nobody uses.';
    case 'not-json':
      return `This is not valid JSON: there is an error in line ${it.line} at character ${it.column}. Check the commas, brackets and quotation marks there.`;
    case 'duplicate-key':
      return `The field ${en(it.key)} is here twice. Keep one.`;
    case 'forbidden-key':
      return `The field ${en(it.key)} is not allowed. Remove it.`;
    case 'missing':
      return `The field ${en(it.key)} is missing. Add it.`;
    case 'unknown-key':
      return it.nearest === null
        ? `Unknown field ${en(it.key)}. Remove it; possible are: ${listed(it.known)}.`
        : `Unknown field ${en(it.key)}. If ${en(it.nearest)} was meant, correct the name, otherwise remove it.`;
    case 'unknown-format':
      return `Unknown profile format ${en(it.value)}. This version of Obok knows: ${listed(it.known)}. Correct “format” or update Obok.`;
    case 'wrong-type':
      return `${placeEn(it.place)}: there should be ${kindsEn[it.wanted]}, but there is ${kindsEn[it.found]}. Correct this value.`;
    case 'unknown-value':
      return `Unknown value ${en(it.value)}.${meantEn(it.nearest)} Possible: ${listed(it.known)}.`;
    case 'text-too-long':
      return `${it.place === 'reminder' ? 'The text of the reminder' : `The text of ${en(it.place)}`} has ${it.length} characters and may have ${it.most} at most. Shorten it by ${it.length - it.most}.`;
    case 'text-empty':
    case 'blank':
      return `${textEn(it.place)} is empty. Write it or remove the field.`;
    case 'invisible-characters':
      return `${textEn(it.place)} holds invisible or direction-changing characters, which make it read otherwise than it is. Type it anew.`;
    case 'control-characters':
      return `${textEn(it.place)} holds control characters, such as a tab. Replace them by spaces.`;
    case 'list-too-long':
      return `The list ${en(it.place)} may have at most ${it.most} ${it.most === 1 ? 'item' : 'items'}. Remove the rest.`;
    case 'list-too-short':
      return `The list ${en(it.place)} must have at least ${it.least} ${it.least === 1 ? 'item' : 'items'}. Add what is missing.`;
    case 'number-too-small':
      return `${placeEn(it.place)}: the number is too small. Write ${it.least} or more.`;
    case 'number-too-big':
      return `${placeEn(it.place)}: the number is too big. Write ${it.most} or less.`;
    case 'bad-id':
      return `The id ${en(it.value)} is not valid. Use letters, digits, dots, hyphens and underscores, 80 at most, a letter or digit first.`;
    case 'bad-time':
      return `The time ${en(it.value)} is not valid. Write it as HH:MM, for example 08:00.`;
    case 'bad-day':
      return `There is no such day: ${en(it.value)}. Write it as YYYY-MM-DD, for example 2027-12-31.`;
    case 'bad-selector':
      return `The selector ${en(it.value)} is not allowed. Use a tag, #id, .class or [attribute="value"], no “*” and no colons.`;
    case 'no-condition':
      return `A condition must stand here. Possible: ${listed(it.known)}.`;
    case 'no-signal':
      return `A signal of the page must stand here. Possible: ${listed(it.known)}.`;
    case 'unknown-condition':
      return `Unknown condition ${en(it.key)}.${meantEn(it.nearest)} Possible: ${listed(it.known)}.`;
    case 'unknown-signal':
      return `Unknown signal ${en(it.key)}.${meantEn(it.nearest)} Possible: ${listed(it.known)}.`;
    case 'several-conditions':
      return `Several conditions stand here at once: ${listed(it.keys)}. Put each in its own { } and join them by “all” or “any”.`;
    case 'several-signals':
      return `Several signals stand here at once: ${listed(it.keys)}. Put each in its own { }.`;
    case 'same-id':
      return `The id ${en(it.id)} is already that of ${it.first}. Give one of them another.`;
    case 'unknown-provision':
      return `The standard has no provision ${en(it.id)}.${meantEn(it.nearest)} Name one that exists, for example sok.powitanie.1 or ke.7.2.`;
    case 'bad-address':
      return `The address pattern ${en(it.value)} is not valid. Write it, for example, as https://ezd.example/sprawy/*.`;
    case 'expression-in-address':
      return `The address pattern ${en(it.value)} holds a regular expression. Put an asterisk in its place.`;
    case 'empty-time':
      return 'The condition “time” is empty. Give “from”, “to” or “weekdays”.';
    case 'no-time-between':
      return `The time begins and ends at ${it.at}, so it never lasts. Change “from” or “to”.`;
    case 'hours-turned':
      return `The hours ${it.from}–${it.to} end before they begin. Swap or correct them.`;
    case 'hours-overlap':
      return `The hours ${it.from}–${it.to} overlap the ones before or stand out of order. Put them in order and apart.`;
    case 'unknown-field':
      return `Unknown field of a sentence {${shown(it.field)}}.${it.nearest === null ? '' : ` Did you mean {${it.nearest}}?`} Possible: ${listed(it.known)}.`;
    case 'stray-brace':
      return 'The sentence has a { or } without its pair. Write a field like this: {imię i nazwisko}.';
    case 'budget-turned':
      return `The limit ${en(it.smaller)} is greater than ${en(it.greater)}, so it means nothing. Lower the first or raise the second.`;
    case 'wrong':
      return 'This value is not valid. Compare it with the description of the profile format.';
    case 'more':
      return `There ${it.count === 1 ? 'is 1 more error' : `are ${it.count} more errors`}. Correct those above and check again.`;
  }
}

const placePl = (place: string) => (place === '' ? 'Cały profil' : `Pole ${pl(place)}`);
const placeEn = (place: string) => (place === '' ? 'The whole profile' : `The field ${en(place)}`);
const textPl = (place: string) =>
  place === 'reminder' ? 'Tekst przypomnienia' : `Tekst w polu ${pl(place)}`;
const textEn = (place: string) =>
  place === 'reminder' ? 'The text of the reminder' : `The text of ${en(place)}`;
