import { asUtcDate } from '@/lib/calendar';
import type { View } from '@/lib/page';
import type { Reminder } from '@/lib/profile';
import type { Channel, Moment } from '@/lib/standard';
import type { Answer } from './fading';

type Language = 'pl' | 'en';

/** A time condition as the profile has it. */
interface Hours {
  from?: string | undefined;
  to?: string | undefined;
  weekdays?: number[] | undefined;
}

/** What the cap of a cadence is for. */
type Span = NonNullable<Reminder['cadence']['atMost']>['per'];

/** Everything `why` can say. Both languages are of this type, so the compiler finds the sentence one of them lacks. */
export interface Sentences {
  verdict(clause: string, holds: boolean): string;

  // Clauses of conditions: `verdict` makes sentences of them.
  together(conditions: number): string;
  oneOf(conditions: number): string;
  opposite: string;
  noPage: string;
  viewIs(view: View): string;
  viewIsNot(view: View, wanted: readonly View[]): string;
  systemIs(system: string): string;
  systemIsNot(system: string | null, wanted: readonly string[]): string;
  addressFits(pattern: string): string;
  severalSigns(signsOnPage: number): string;
  signStands: string;
  cellIs(cell: string): string;
  cellIsNot(cell: string, wanted: string): string;
  jrwaIs(jrwa: string): string;
  jrwaIsNot(jrwa: string, wanted: string): string;
  fieldStands(label: string): string;
  fieldIs(label: string, value: string): string;
  fieldIsNot(label: string, value: string, wanted: string): string;
  fieldHas(label: string, wanted: string): string;
  fieldHasNot(label: string, value: string, wanted: string): string;
  textStands(term: string): string;
  elementStands: string;
  noEncounterForChannel(wanted: readonly Channel[]): string;
  channelIs(channel: Channel): string;
  channelIsNot(channel: Channel, wanted: readonly Channel[]): string;
  noEncounterForMoment(wanted: readonly Moment[]): string;
  momentIs(moment: Moment): string;
  momentIsNot(moment: Moment, wanted: readonly Moment[]): string;
  timeIs(hours: Hours, minute: number, weekday: number): string;

  // Whole sentences from here on.
  badPattern(pattern: string): string;
  switchedOff: string;
  locked: string;
  otherChannel(channel: Channel, wanted: readonly Channel[]): string;
  noCondition: string;
  rests(
    answer: Answer,
    confirmed: number,
    habit: boolean,
    until: number,
    today: number,
    sameDay: string,
  ): string;
  notInThisCase: string;
  notHere: string;
  confirmedEnough(times: number, per: Span): string;
  confirmedLately(minutes: number): string;

  // Why a strip, or why only the panel.
  best(candidates: number): string;
  only: string;
  neverMet: string;
  lastMet(day: number, today: number): string;
  pinned: string;
  panelOnly: string;
  notRecognised: string;
  passedThrough(view: View): string;
  writtenHere(view: View): string;
  noPlace: string;
  otherMoment(own: Moment, present: Moment): string;
  another(text: string): string;
  nowhereToShow: string;
  quiet: string;
  systemOff: string;
  addressOff: string;
  dayFull(cap: number): string;
  encounterFull(cap: number): string;
  momentFull(cap: number, moment: Moment): string;
  caseToday: string;
  capEncounter(times: number): string;
  capCase(times: number): string;
  capDay(times: number): string;
  capWeek(times: number): string;
  coolsDown(minutes: number): string;
}

const polish: Record<View, string> & Record<Moment, string> & Record<Channel, string> = {
  case: 'sprawa',
  'case-list': 'lista spraw',
  incoming: 'korespondencja przychodząca',
  letter: 'pismo',
  decision: 'decyzja',
  forwarding: 'przekazywanie',
  closing: 'zamykanie sprawy',
  'contact-register': 'rejestr rozmów',
  client: 'karta klienta',
  search: 'wyszukiwanie',
  other: 'inna strona',
  workplace: 'stanowisko pracy',
  noticing: 'zauważenie klienta',
  greeting: 'powitanie',
  listening: 'rozmowa',
  'plain-language': 'prosty język',
  transferring: 'przekazanie',
  ending: 'zakończenie',
  desk: 'przy biurku',
  'phone-in': 'telefon od klienta',
  'phone-out': 'telefon do klienta',
};

const english: typeof polish = {
  case: 'a case',
  'case-list': 'a list of cases',
  incoming: 'incoming mail',
  letter: 'a letter',
  decision: 'a decision',
  forwarding: 'forwarding',
  closing: 'closing a case',
  'contact-register': 'the register of contacts',
  client: 'a client card',
  search: 'a search',
  other: 'another place',
  workplace: 'the workplace',
  noticing: 'noticing the client',
  greeting: 'the greeting',
  listening: 'listening',
  'plain-language': 'plain language',
  transferring: 'handing over',
  ending: 'the ending',
  desk: 'at the desk',
  'phone-in': 'a call from a client',
  'phone-out': 'a call to a client',
};

const weekdays = {
  pl: ['pn.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const spans: Record<Language, Record<Span, string>> = {
  pl: {
    encounter: 'w jednej obsłudze',
    case: 'w jednej sprawie',
    day: 'w ciągu dnia',
    week: 'w ciągu tygodnia',
  },
  en: { encounter: 'for one client', case: 'in one case', day: 'a day', week: 'a week' },
};

const plurals = { pl: new Intl.PluralRules('pl'), en: new Intl.PluralRules('en') };

const categories = { pl: new Map<number, string>(), en: new Map<number, string>() };

/** Picks a form by count: in Polish „1 raz”, but „2 razy”, „5 razy”. */
function form(language: Language, count: number, one: string, few: string, many: string): string {
  let category = categories[language].get(count);
  if (category === undefined) {
    category = plurals[language].select(count);
    categories[language].set(count, category);
  }
  return `${count} ${category === 'one' ? one : category === 'few' ? few : many}`;
}

const dates = {
  pl: new Intl.DateTimeFormat('pl-PL', { timeZone: 'UTC', day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' }),
};
const writtenDays = { pl: new Map<number, string>(), en: new Map<number, string>() };

// A thousand resting reminders share a few dozen dates, and a formatter is slow.
function dateOf(language: Language, day: number): string {
  const written = writtenDays[language].get(day);
  if (written !== undefined) return written;
  const text = dates[language].format(asUtcDate(day));
  writtenDays[language].set(day, text);
  return text;
}

function names(language: Language, wanted: readonly (View | Moment | Channel)[]): string {
  const table = language === 'pl' ? polish : english;
  return wanted.map((word) => table[word]).join(language === 'pl' ? ' lub ' : ' or ');
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function hoursOf(language: Language, { from, to, weekdays: days }: Hours): string {
  const parts: string[] = [];
  if (days !== undefined) parts.push(days.map((day) => weekdays[language][day - 1] ?? day).join(', '));
  if (from !== undefined || to !== undefined) parts.push(`${from ?? '00:00'}–${to ?? '24:00'}`);
  return parts.join(' ');
}

const pl: Sentences = {
  verdict: (clause, holds) => (holds ? `${clause} – tak.` : `${clause} – nie.`),

  together: (conditions) => `Powyższe warunki razem (${conditions})`,
  oneOf: (conditions) => `Choć jeden z ${conditions} powyższych warunków`,
  opposite: 'Powyższe ma nie zachodzić',
  noPage: 'Warunek dotyczy strony, a żadna nie jest odczytywana',
  viewIs: (view) => `Widok to ${polish[view]}`,
  viewIsNot: (view, wanted) => `Widok to ${polish[view]}, oczekiwano: ${names('pl', wanted)}`,
  systemIs: (system) => `System to ${system}`,
  systemIsNot: (system, wanted) =>
    `${system === null ? 'System nie został rozpoznany' : `System to ${system}`}, oczekiwano: ${wanted.join(' lub ')}`,
  addressFits: (pattern) => `Adres strony pasuje do wzoru „${pattern}”`,
  badPattern: (pattern) => `Wzór adresu „${pattern}” w profilu jest błędny, więc nic do niego nie pasuje.`,
  severalSigns: (signs) => `Wiadomo, o którą sprawę chodzi (znaków spraw na stronie: ${signs})`,
  signStands: 'Na stronie jest znak sprawy',
  cellIs: (cell) => `Komórka w znaku sprawy to ${cell}`,
  cellIsNot: (cell, wanted) => `Komórka w znaku sprawy to ${cell || '(brak)'}, oczekiwano ${wanted}`,
  jrwaIs: (jrwa) => `Klasa JRWA w znaku sprawy to ${jrwa}`,
  jrwaIsNot: (jrwa, wanted) => `Klasa JRWA w znaku sprawy to ${jrwa}, oczekiwano ${wanted}…`,
  fieldStands: (label) => `Pole „${label}” jest na stronie`,
  fieldIs: (label, value) => `Pole „${label}” ma wartość „${value}”`,
  fieldIsNot: (label, value, wanted) => `Pole „${label}” ma wartość „${value}”, oczekiwano „${wanted}”`,
  fieldHas: (label, wanted) => `Pole „${label}” zawiera „${wanted}”`,
  fieldHasNot: (label, value, wanted) =>
    `Pole „${label}” ma wartość „${value}”, oczekiwano, że zawiera „${wanted}”`,
  textStands: (term) => `Na stronie jest wyrażenie „${term}”`,
  elementStands: 'Na stronie jest wskazany element',
  noEncounterForChannel: (wanted) => `Obsługa nie trwa, oczekiwano kanału: ${names('pl', wanted)}`,
  channelIs: (channel) => `Kanał to ${polish[channel]}`,
  channelIsNot: (channel, wanted) => `Kanał to ${polish[channel]}, oczekiwano: ${names('pl', wanted)}`,
  noEncounterForMoment: (wanted) => `Obsługa nie trwa, oczekiwano etapu: ${names('pl', wanted)}`,
  momentIs: (moment) => `Etap obsługi to ${polish[moment]}`,
  momentIsNot: (moment, wanted) => `Etap obsługi to ${polish[moment]}, oczekiwano: ${names('pl', wanted)}`,
  timeIs: (hours, minute, weekday) =>
    `Jest ${weekdays.pl[weekday - 1]} ${clock(minute)}, wyznaczony czas to ${hoursOf('pl', hours) || 'każdy'}`,

  switchedOff: 'Wyłączone w Twoich ustawieniach.',
  locked: 'Tego przypomnienia nie można wyłączyć: tak stanowi profil.',
  otherChannel: (channel, wanted) =>
    `Kanał to ${polish[channel]}, a to przypomnienie jest na: ${names('pl', wanted)}.`,
  noCondition: 'Bez warunku: pasuje do każdej strony.',
  rests: (answer, confirmed, habit, until, today, time) => {
    const when = until === today ? `o ${time}` : until === today + 1 ? 'jutro' : dateOf('pl', until);
    switch (answer) {
      case 'done':
        return `${habit ? 'Utrwalone: potwierdzone' : 'Potwierdzone'} ${form('pl', confirmed, 'raz', 'razy', 'razy')} – wróci ${when}.`;
      case 'closed':
        return `Ostatnio zamknięte bez potwierdzenia – wróci ${when}.`;
      case 'later':
        return `Odłożone na później – wróci ${when}.`;
      case 'not-today':
        return `Odłożone do następnego dnia – wróci ${when}.`;
    }
  },
  notInThisCase: 'Wyłączone w tej sprawie: „Nie w tej sprawie”.',
  notHere: 'Wyłączone pod tym adresem: „Nie na tej stronie”.',
  confirmedEnough: (times, per) =>
    `Już potwierdzone, a wystarczy ${form('pl', times, 'raz', 'razy', 'razy')} ${spans.pl[per]}.`,
  confirmedLately: (minutes) =>
    `Już potwierdzone: wróci, gdy minie ${form('pl', minutes, 'minuta', 'minuty', 'minut')}.`,

  best: (candidates) => `Najlepsze z ${candidates}, które teraz pasują.`,
  only: 'Jedyne, które teraz pasuje.',
  neverMet: 'Jeszcze się nie pokazało.',
  lastMet: (day, today) => (day === today ? 'Ostatnio: dziś.' : `Ostatnio: ${dateOf('pl', day)}.`),
  pinned: 'Przypięte w profilu: nie wygasa po potwierdzeniach.',
  panelOnly: 'Czeka w panelu: profil nie pokazuje go na stronie.',
  notRecognised: 'Czeka w panelu: ta strona nie została rozpoznana, więc pasek się na niej nie pokazuje.',
  passedThrough: (view) =>
    `Czeka w panelu: na stronach takich jak ta (${polish[view]}) pasek się nie pokazuje.`,
  writtenHere: (view) =>
    `Czeka w panelu: na tej stronie (${polish[view]}) pasek mówi tylko o tym, co na niej powstaje.`,
  noPlace: 'Czeka w panelu: nie jest związane z tym miejscem, a obsługa nie trwa.',
  otherMoment: (own, present) =>
    `Czeka w panelu: należy do etapu ${polish[own]}, a trwa etap ${polish[present]}.`,
  another: (text) => `Czeka w panelu: teraz pilniejsze jest „${text}”.`,
  nowhereToShow: 'Czeka w panelu: żadna strona nie jest odczytywana.',
  quiet: 'Czeka w panelu: włączony jest tryb cichy.',
  systemOff: 'Czeka w panelu: w tym systemie paski są wyłączone.',
  addressOff: 'Czeka w panelu: pod tym adresem paski są wyłączone.',
  dayFull: (cap) =>
    `Czeka w panelu: dzienny limit (${form('pl', cap, 'przypomnienie', 'przypomnienia', 'przypomnień')}) jest wyczerpany.`,
  encounterFull: (cap) =>
    `Czeka w panelu: limit na jedną obsługę (${form('pl', cap, 'przypomnienie', 'przypomnienia', 'przypomnień')}) jest wyczerpany.`,
  momentFull: (cap, moment) =>
    `Czeka w panelu: limit na etap ${polish[moment]} (${form('pl', cap, 'przypomnienie', 'przypomnienia', 'przypomnień')}) jest wyczerpany.`,
  caseToday: 'Czeka w panelu: w tej sprawie już się dziś pokazało.',
  capEncounter: (times) =>
    `Czeka w panelu: w jednej obsłudze najwyżej ${form('pl', times, 'raz', 'razy', 'razy')}.`,
  capCase: (times) =>
    `Czeka w panelu: w jednej sprawie najwyżej ${form('pl', times, 'raz', 'razy', 'razy')}.`,
  capDay: (times) => `Czeka w panelu: w ciągu dnia najwyżej ${form('pl', times, 'raz', 'razy', 'razy')}.`,
  capWeek: (times) =>
    `Czeka w panelu: w ciągu tygodnia najwyżej ${form('pl', times, 'raz', 'razy', 'razy')}.`,
  coolsDown: (minutes) =>
    `Czeka w panelu: od ostatniego razu musi minąć ${form('pl', minutes, 'minuta', 'minuty', 'minut')}.`,
};

const en: Sentences = {
  verdict: (clause, holds) => (holds ? `${clause} – yes.` : `${clause} – no.`),

  together: (conditions) => `The conditions above together (${conditions})`,
  oneOf: (conditions) => `At least one of the ${conditions} conditions above`,
  opposite: 'The above must not be so',
  noPage: 'The condition is about a page, and none is being read',
  viewIs: (view) => `The view is ${english[view]}`,
  viewIsNot: (view, wanted) => `The view is ${english[view]}, expected: ${names('en', wanted)}`,
  systemIs: (system) => `The system is ${system}`,
  systemIsNot: (system, wanted) =>
    `${system === null ? 'The system is not recognised' : `The system is ${system}`}, expected: ${wanted.join(' or ')}`,
  addressFits: (pattern) => `The address of the page fits “${pattern}”`,
  badPattern: (pattern) => `The address pattern “${pattern}” in the profile is wrong, so nothing fits it.`,
  severalSigns: (signs) => `It is plain which case is meant (case signs on the page: ${signs})`,
  signStands: 'There is a case sign on the page',
  cellIs: (cell) => `The cell in the case sign is ${cell}`,
  cellIsNot: (cell, wanted) => `The cell in the case sign is ${cell || '(none)'}, expected ${wanted}`,
  jrwaIs: (jrwa) => `The JRWA class in the case sign is ${jrwa}`,
  jrwaIsNot: (jrwa, wanted) => `The JRWA class in the case sign is ${jrwa}, expected ${wanted}…`,
  fieldStands: (label) => `The field “${label}” is on the page`,
  fieldIs: (label, value) => `The field “${label}” is “${value}”`,
  fieldIsNot: (label, value, wanted) => `The field “${label}” is “${value}”, expected “${wanted}”`,
  fieldHas: (label, wanted) => `The field “${label}” contains “${wanted}”`,
  fieldHasNot: (label, value, wanted) =>
    `The field “${label}” is “${value}”, expected to contain “${wanted}”`,
  textStands: (term) => `The expression “${term}” is on the page`,
  elementStands: 'The element asked for is on the page',
  noEncounterForChannel: (wanted) => `Nobody is being served, expected channel: ${names('en', wanted)}`,
  channelIs: (channel) => `The channel is ${english[channel]}`,
  channelIsNot: (channel, wanted) => `The channel is ${english[channel]}, expected: ${names('en', wanted)}`,
  noEncounterForMoment: (wanted) => `Nobody is being served, expected stage: ${names('en', wanted)}`,
  momentIs: (moment) => `The stage of service is ${english[moment]}`,
  momentIsNot: (moment, wanted) =>
    `The stage of service is ${english[moment]}, expected: ${names('en', wanted)}`,
  timeIs: (hours, minute, weekday) =>
    `It is ${weekdays.en[weekday - 1]} ${clock(minute)}, the time set is ${hoursOf('en', hours) || 'any'}`,

  switchedOff: 'Switched off in your settings.',
  locked: 'The profile does not let this reminder be switched off.',
  otherChannel: (channel, wanted) =>
    `The channel is ${english[channel]}, this reminder is for: ${names('en', wanted)}.`,
  noCondition: 'No condition: it fits every page.',
  rests: (answer, confirmed, habit, until, today, time) => {
    const when =
      until === today ? `at ${time}` : until === today + 1 ? 'tomorrow' : `on ${dateOf('en', until)}`;
    switch (answer) {
      case 'done':
        return `${habit ? 'A habit: confirmed' : 'Confirmed'} ${form('en', confirmed, 'time', 'times', 'times')} – back ${when}.`;
      case 'closed':
        return `Last closed without an answer – back ${when}.`;
      case 'later':
        return `Put off for later – back ${when}.`;
      case 'not-today':
        return `Put off until the next day – back ${when}.`;
    }
  },
  notInThisCase: 'Switched off in this case: “Not in this case”.',
  notHere: 'Switched off at this address: “Not on this page”.',
  confirmedEnough: (times, per) =>
    `Already confirmed, and ${form('en', times, 'time', 'times', 'times')} ${spans.en[per]} is enough.`,
  confirmedLately: (minutes) =>
    `Already confirmed: back ${form('en', minutes, 'minute', 'minutes', 'minutes')} after that.`,

  best: (candidates) => `The best of ${candidates} that fit now.`,
  only: 'The only one that fits now.',
  neverMet: 'It has not come up yet.',
  lastMet: (day, today) => (day === today ? 'Last time: today.' : `Last time: ${dateOf('en', day)}.`),
  pinned: 'Pinned in the profile: confirmations do not make it fade.',
  panelOnly: 'Waits in the panel: the profile does not show it in a page.',
  notRecognised: 'Waits in the panel: this page is not recognised, so no strip comes up in it.',
  passedThrough: (view) => `Waits in the panel: no strip comes up in a page of this kind (${english[view]}).`,
  writtenHere: (view) =>
    `Waits in the panel: in this page (${english[view]}) a strip speaks only of what is being written.`,
  noPlace: 'Waits in the panel: it is not tied to this place, and nobody is being served.',
  otherMoment: (own, present) =>
    `Waits in the panel: it belongs to ${english[own]}, and the stage now is ${english[present]}.`,
  another: (text) => `Waits in the panel: “${text}” is more urgent now.`,
  nowhereToShow: 'Waits in the panel: no page is being read.',
  quiet: 'Waits in the panel: quiet mode is on.',
  systemOff: 'Waits in the panel: strips are off in this system.',
  addressOff: 'Waits in the panel: strips are off at this address.',
  dayFull: (cap) =>
    `Waits in the panel: the day’s limit of ${form('en', cap, 'reminder', 'reminders', 'reminders')} is used up.`,
  encounterFull: (cap) =>
    `Waits in the panel: the limit of ${form('en', cap, 'reminder', 'reminders', 'reminders')} for one client is used up.`,
  momentFull: (cap, moment) =>
    `Waits in the panel: the limit of ${form('en', cap, 'reminder', 'reminders', 'reminders')} for ${english[moment]} is used up.`,
  caseToday: 'Waits in the panel: it has come up in this case today.',
  capEncounter: (times) =>
    `Waits in the panel: at most ${form('en', times, 'time', 'times', 'times')} for one client.`,
  capCase: (times) =>
    `Waits in the panel: at most ${form('en', times, 'time', 'times', 'times')} in one case.`,
  capDay: (times) => `Waits in the panel: at most ${form('en', times, 'time', 'times', 'times')} a day.`,
  capWeek: (times) => `Waits in the panel: at most ${form('en', times, 'time', 'times', 'times')} a week.`,
  coolsDown: (minutes) =>
    `Waits in the panel: ${form('en', minutes, 'minute', 'minutes', 'minutes')} must pass since the last time.`,
};

const tables = { pl, en } satisfies Record<Language, Sentences>;

/** The words of `why` in one language. */
export function sentencesOf(language: Language): Sentences {
  return tables[language];
}

/** A minute of the day as a clock shows it, e.g. `10:05`. */
export { clock as clockOf };
