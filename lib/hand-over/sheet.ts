import { clockSaid } from '@/lib/calendar';
import { type Callback, groupedPhone } from '@/lib/callbacks';
import words from './words.json';

const zone = 'Europe/Warsaw';
const longDate = new Intl.DateTimeFormat('pl-PL', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** „wtorek, 24 listopada 2026, 14:30”: a message may be read on another day. */
const dateSaid = (at: number) => `${longDate.format(at)}, ${clockSaid(new Date(at))}`;

const { sheet } = words;

/**
 * The message about one or several promises, for a letter, paper, or to be read out. In Polish, whatever the language of
 * the screen.
 *
 * @param to the colleague; empty where nobody is named yet
 * @param from the clerk, with the referat; empty where unknown
 */
export function handOverSheet(
  callbacks: readonly Callback[],
  { to, from, now }: { to: string; from: string; now: Date },
): string {
  const head = [
    `${sheet.title}: ${callbacks.length}`,
    ...labelled(sheet.to, to),
    ...labelled(sheet.from, from),
    ...labelled(sheet.date, dateSaid(now.getTime())),
  ].join('\n');
  const items = callbacks.map((callback, index) => itemOf(callback, index + 1, now));
  return [head, ...items, sheet.closing].join('\n\n');
}

function itemOf(callback: Callback, number: number, now: Date): string {
  const { name, phone, extension, due, reason, attempts, state } = callback;
  const whom = [
    name ?? sheet.unnamed,
    ...(phone === undefined ? [] : [`${sheet.phone} ${groupedPhone(phone)}`]),
    ...(extension === undefined ? [] : [`${sheet.extension} ${extension}`]),
    ...(state === 'broken' ? [words.state.broken] : []),
  ].join(', ');
  const tried = attempts.map(({ at, outcome }) => `${dateSaid(at)}, ${words.outcome[outcome]}`);
  return [
    `${number}. ${whom}`,
    ...labelled(deedOf(callback), `${dateSaid(due)}${due <= now.getTime() ? ` (${sheet.late})` : ''}`),
    ...labelled(sheet.subject, callback.subject),
    ...labelled(sheet.caseSign, callback.caseSign),
    ...labelled(sheet.reason, words.reason[reason]),
    ...labelled(sheet.note, callback.note),
    ...labelled(sheet.attempts, tried.join('; ')),
  ].join('\n');
}

function deedOf({ kind, colleague }: Callback): string {
  if (kind === 'call') return sheet.call;
  return colleague === undefined ? sheet.messageToAnybody : `${sheet.message} ${colleague}`;
}

const labelled = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : []);

/**
 * In characters. Windows hands a program no longer an address (INTERNET_MAX_URL_LENGTH is 2083).
 */
const longestMailAddress = 2_000;

/**
 * A draft in the clerk's own mail program. Its subject, which is shown in lists and notifications, says nothing of a
 * client.
 *
 * @returns the address, and whether the message stands in it; where it is too long, the draft asks to paste it
 */
export function handOverMail(email: string | undefined, text: string): { href: string; isWhole: boolean } {
  const address = encodeURIComponent(email ?? '').replaceAll('%40', '@');
  // RFC 6068: lines of a body are parted by CRLF.
  const withBody = (body: string) =>
    `mailto:${address}?subject=${encodeURIComponent(words.mail.subject)}&body=${encodeURIComponent(
      body.toWellFormed().replaceAll('\n', '\r\n'),
    )}`;
  const whole = withBody(text);
  if (whole.length <= longestMailAddress) return { href: whole, isWhole: true };
  return { href: withBody(words.mail.paste), isWhole: false };
}
