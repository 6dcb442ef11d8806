import { warsawParts } from '@/lib/calendar';
import { type Callback, groupedPhone } from '@/lib/callbacks';
import words from './words.json';

const { table } = words;
const columns: [title: string, cell: (callback: Callback) => string | undefined][] = [
  [table.state, ({ state }) => words.state[state]],
  [table.due, ({ due }) => wall(due)],
  [table.promised, ({ promisedAt }) => wall(promisedAt)],
  [table.name, ({ name }) => name],
  [table.phone, ({ phone }) => phone && groupedPhone(phone)],
  [table.extension, ({ extension }) => extension],
  [table.subject, ({ subject }) => subject],
  [table.caseSign, ({ caseSign }) => caseSign],
  [table.reason, ({ reason }) => words.reason[reason]],
  [table.note, ({ note }) => note],
  [table.colleague, ({ colleague }) => colleague],
  [
    table.attempts,
    ({ attempts }) => attempts.map(({ at, outcome }) => `${wall(at)} ${words.outcome[outcome]}`).join('\n'),
  ],
  [table.settled, ({ settledAt }) => (settledAt === undefined ? '' : wall(settledAt))],
];

/**
 * Promises as a table (RFC 4180) that a Polish spreadsheet opens with a double click: by semicolons, with the mark of
 * UTF-8 in front.
 */
export function tableFile(callbacks: readonly Callback[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...callbacks.map((callback) => columns.map(([, cell]) => cell(callback) ?? '')),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('')}`;
}

/** A spreadsheet takes what begins so for a formula, and what a client dictated may begin so. */
const formula = /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function quoted(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-11-24 14:30` on Warsaw's clock: every spreadsheet sorts it. */
function wall(at: number): string {
  const { year, month, day, hour, minute } = warsawParts(new Date(at));
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
