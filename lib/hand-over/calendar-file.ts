import { type Callback, groupedPhone, isPending } from '@/lib/callbacks';
import words from './words.json';

const minute = 60_000;
/** In minutes: a call takes about so long, and is announced so long before. */
const lasts = 15;
const before = 10;

/**
 * Promises that wait as a calendar file (RFC 5545), in UTC, so that no time zone needs telling. The same promise keeps
 * its UID, and a later file has a higher SEQUENCE: read again, it puts an entry right instead of doubling it.
 *
 * @param hasClients without it an entry says when to call and no more, as a calendar is often shared
 */
export function calendarFile(callbacks: readonly Callback[], hasClients: boolean, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Obok//Oddzwonienia//PL',
    'METHOD:PUBLISH',
    ...callbacks.filter(isPending).flatMap((callback) => eventOf(callback, hasClients, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(callback: Callback, hasClients: boolean, now: Date): string[] {
  const { id, due, kind } = callback;
  const title = words.calendar[kind];
  const summary = hasClients ? [title, whomOf(callback)].filter(Boolean).join(': ') : title;
  const description = hasClients
    ? [callback.subject, callback.caseSign, callback.note].filter(Boolean).join('\n')
    : '';
  return [
    'BEGIN:VEVENT',
    `UID:${id}@obok`,
    `DTSTAMP:${utc(now.getTime())}`,
    `SEQUENCE:${sequenceAt(now)}`,
    `DTSTART:${utc(due)}`,
    `DTEND:${utc(due + lasts * minute)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${before}M`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

const whomOf = ({ name, phone, extension }: Callback) =>
  [name, phone && groupedPhone(phone), extension && `${words.sheet.extension} ${extension}`]
    .filter(Boolean)
    .join(', ');

/** Grows with time and stays within 32 bits until 2088. */
const sequenceAt = (now: Date) => Math.max(0, Math.floor((now.getTime() - Date.UTC(2020, 0)) / 1000));

/** `20261124T133000Z` */
const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** RFC 5545, 3.3.11. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text of a calendar has none
    .replace(/[\u0000-\u001f\u007f]/g, ' ');

/** RFC 5545, 3.1: no line is longer than 75 octets, and no letter is cut in two. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += letter;
    octets += size;
  }
  return result;
}
