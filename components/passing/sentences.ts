import type { Callback } from '@/lib/callbacks';
import type { SentenceField } from '@/lib/profile';
import type { Channel } from '@/lib/standard';
import type { Target } from './passing-model';

// All of this is said or written in Polish, whatever the language of the screen. Names stand in the nominative after
// „To” or a colon: no rule declines every surname, and a wrong ending is worse than none.

/** Of the clerk: see `sentenceFactsOf`. */
export type ClerkFacts = Partial<Record<SentenceField, string>>;

export interface Known {
  target: Target;
  channel: Channel;
  matter: string;
  sign: string | null;
  clerk: ClerkFacts;
}

const joined = (parts: (string | undefined)[], by = ', ') => parts.filter((part) => part).join(by);

/** „Anna Wzorcowa, inspektor, Referat Finansowy”. */
export function whoIs({
  person,
  position,
  referat,
}: Pick<Target, 'person' | 'position' | 'referat'>): string {
  return joined([person, position, referat]);
}

/** To the client: to whom, and why (sok.przelaczanie-rozmow.1); at the desk, where to go. */
export function tellSentence({ target, channel, matter }: Known): string {
  const begin = channel === 'desk' ? 'Proszę przejść do' : 'Przełączę Panią/Pana do';
  const [reason] = target.why;
  if (reason?.by === 'secretariat') {
    return `${begin} sekretariatu: tam ustalą, kto prowadzi tę sprawę.`;
  }
  const who = whoIs(target);
  const opening = channel === 'letter' ? `Sprawę prowadzi: ${who}.` : `${begin} właściwej osoby. To ${who}.`;
  if (reason?.by === 'substitute') return `${opening} Zastępuje osobę, która prowadzi tę sprawę.`;
  const met = target.why.find((why) => why.by === 'subjects');
  const subjects = met?.by === 'subjects' ? met.subjects : [];
  const handles = subjects[0] ?? target.entry?.subjects[0];
  if (handles !== undefined && (subjects.length > 0 || matter === '')) {
    return `${opening} Prowadzi sprawy: ${handles}.`;
  }
  return channel === 'letter' ? opening : `${opening} Zajmuje się takimi sprawami.`;
}

/** To the colleague, before the client is handed over (sok.przelaczanie-rozmow.2). */
export function checkSentence({ channel, clerk }: Known): string {
  const self = joined([clerk['imię i nazwisko'], clerk.referat]);
  const opening = self === '' ? 'Dzień dobry.' : `Dzień dobry, tu ${self}.`;
  return channel === 'desk'
    ? `${opening} Jest u mnie klient w sprawie, którą Państwo prowadzą. Czy można go teraz przyjąć?`
    : `${opening} Mam klienta w sprawie, którą Państwo prowadzą. Czy można z nim teraz porozmawiać?`;
}

const comes: Record<Channel, string> = {
  desk: 'Klient przyszedł osobiście',
  'phone-in': 'Klient dzwoni',
  'phone-out': 'Rozmawiam z klientem przez telefon',
  letter: 'Klient napisał',
};

/** To the colleague: what it is about (sok.przelaczanie-rozmow.3). */
export function briefSentence({ channel, matter, sign }: Pick<Known, 'channel' | 'matter' | 'sign'>): string {
  if (matter === '' && sign !== null) return `${comes[channel]} w sprawie ${sign}.`;
  const told = `${comes[channel]} w sprawie: ${matter === '' ? '…' : matter}.`;
  return sign === null ? told : `${told} Znak sprawy: ${sign}.`;
}

/** To the client: the number and when somebody answers it (sok.przelaczanie-rozmow.4). */
export function numberSentence(target: Target, phone: string, when: string): string {
  return `Proszę dzwonić: ${whoIs(target)}, telefon ${phone}. Kiedy: ${when.trim() || 'w godzinach pracy urzędu'}.`;
}

/** „+48600000001” as people read it. */
const inGroups = (phone: string) => phone.replace(/^\+48(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');

/** The message as it goes to the colleague, on paper or by mail. @param takenAt as the clerk reads a date and time */
export function messageSheet(message: Callback, takenAt: string, clerk: ClerkFacts): string {
  const by = joined([clerk['imię i nazwisko'], clerk.referat]);
  const inside = message.extension && ` wew. ${message.extension}`;
  const from = joined([message.name, message.phone && `tel. ${inGroups(message.phone)}${inside ?? ''}`]);
  const lines: [string, string | undefined][] = [
    ['Wiadomość dla', message.colleague],
    ['Od klienta', from],
    ['Sprawa', message.subject],
    ['Znak sprawy', message.caseSign],
    ['Treść', message.note],
    ['Przyjęto', joined([takenAt, by])],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');
}

/**
 * A draft in the clerk's own mail program. Subjects are shown in lists and notifications, so the client stands in the
 * body only.
 */
export function mailDraft(
  email: string | undefined,
  sheet: string,
  about = 'Wiadomość od klienta z prośbą o kontakt',
): string {
  const subject = encodeURIComponent(about);
  // RFC 6068: lines of a body are parted by CRLF.
  const body = encodeURIComponent(sheet.replaceAll('\n', '\r\n'));
  const address = encodeURIComponent(email ?? '').replaceAll('%40', '@');
  return `mailto:${address}?subject=${subject}&body=${body}`;
}
