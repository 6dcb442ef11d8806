import { type ClientNote, itemsOf } from './client-note';
import { dueInWords } from './day';
import words from './words.json';

/** The note as plain text, for the clipboard and a letter; what is empty is left out with its heading. */
export function noteAsText(note: ClientNote): string {
  const lines = (...parts: (string | false)[]) => parts.filter(Boolean).join('\n');
  const titled = (title: string, items: string[]) =>
    items.length > 0 && lines(`${title}:`, ...items.map((item) => `- ${item}`));
  const after = (title: string, text: string) => text !== '' && `${title}: ${text}`;
  return [
    lines(note.office.trim(), note.date.trim()),
    lines(note.matter.trim() || words.title, after(words.caseSign, note.caseSign.trim())),
    titled(words.agreed, itemsOf(note.agreed)),
    lines(titled(words.toBring, itemsOf(note.toBring)), after(words.due, dueInWords(note.due))),
    lines(
      hasContact(note) && `${words.contact}:`,
      whoToRing(note),
      note.phone.trim() !== '' && `${words.phone} ${note.phone.trim()}`,
      after(words.when, note.when.trim()),
      after(words.hours, note.hours.trim()),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** „Anna Nowak, inspektor” */
export function whoToRing({ person, position }: Pick<ClientNote, 'person' | 'position'>): string {
  return [person.trim(), position.trim()].filter((part) => part !== '').join(', ');
}

/** Whether there is anybody to ring: a name without a number does not help. */
export function hasContact({ phone }: Pick<ClientNote, 'phone'>): boolean {
  return phone.trim() !== '';
}

/**
 * In characters. Windows hands a program no longer an address (INTERNET_MAX_URL_LENGTH is 2083), and Chromium opens no
 * longer one in another program.
 */
const longestMailAddress = 2_000;

/**
 * A draft for the mail program. It names no recipient, and its subject says nothing of the matter.
 *
 * @returns the address to open, and whether only the first lines of the note went into it
 */
export function mailDraft(note: ClientNote): { href: string; isCut: boolean } {
  const subject =
    note.office.trim() === '' ? words.mailSubject : `${words.mailSubject}: ${note.office.trim()}`;
  const lines = noteAsText(note).split('\n');
  // RFC 6068: lines end with CRLF, and everything is percent-encoded.
  const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
  const address = (body: string[]) =>
    `mailto:?subject=${encoded(subject.slice(0, 120))}&body=${encoded(body.join('\r\n'))}`;
  if (address(lines).length <= longestMailAddress) return { href: address(lines), isCut: false };
  const fitting: string[] = [];
  let length = address([words.mailGoesOn]).length;
  for (const line of lines) {
    length += encoded(`${line}\r\n`).length;
    if (length > longestMailAddress) break;
    fitting.push(line);
  }
  return { href: address([...fitting, words.mailGoesOn]), isCut: true };
}
