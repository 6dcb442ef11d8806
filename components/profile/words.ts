import { translate as t } from '@/lib/i18n';
import type { Profile } from '@/lib/profile';
import { channels, moments } from '@/lib/standard';

/** Single values and their parts by path, each with the name of its label. */
const labels = {
  office: 'office',
  'office.name': 'officeName',
  'office.phone': 'officePhone',
  referat: 'referat',
  'referat.name': 'referatName',
  'referat.cells': 'referatCells',
  'referat.phone': 'referatPhone',
  introduction: 'introduction',
  'callbacks.promptly': 'promptly',
  'callbacks.hours': 'hours',
  'callbacks.retention': 'callbackRetention',
  'callbacks.escalation.before': 'escalationBefore',
  'callbacks.escalation.every': 'escalationEvery',
  'callbacks.escalation.substituteAfter': 'escalationSubstitute',
  'callbacks.maskPhones': 'maskPhones',
  'encounters.retention': 'encounterRetention',
  'encounters.caseSigns': 'caseSigns',
  'budget.perDay': 'perDay',
  'budget.perEncounter': 'perEncounter',
  'budget.perMoment': 'perMoment',
} as const;

/** Fields of the things in lists. */
const fields = [
  'text',
  'say',
  'moment',
  'channels',
  'when',
  'where',
  'cadence',
  'priority',
  'provisions',
  'name',
  'items',
  'headword',
  'meaning',
  'forms',
  'person',
  'position',
  'referat',
  'phone',
  'email',
  'subjects',
  'jrwa',
  'substitute',
  'secretariat',
  'signals',
  'views',
  'leaveAlone',
] as const;

export function valueLabel(path: string): string {
  const known = Object.hasOwn(labels, path) ? labels[path as keyof typeof labels] : undefined;
  return known === undefined ? path : t(`profile:label.${known}`);
}

/** „Rytm (repeat)”: the field by its name, and what lies deeper as it is written in the file. */
export function fieldLabel(path: string): string {
  const [head = '', ...deeper] = path.split('.');
  const field = fields.find((one) => one === head);
  const label = field === undefined ? head : t(`profile:field.${field}`);
  return deeper.length === 0 ? label : `${label} (${deeper.join('.')})`;
}

/** A value of a profile as a person reads it. */
export function valueText(value: unknown, language: 'pl' | 'en'): string {
  if (value === undefined || value === null) return t('profile:none');
  if (typeof value === 'boolean') return value ? t('profile:yes') : t('profile:no');
  if (typeof value === 'string') return wordText(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return t('profile:none');
    const isPlain = value.every((part) => typeof part === 'string' || typeof part === 'number');
    return isPlain ? value.map((part) => valueText(part, language)).join(', ') : JSON.stringify(value);
  }
  // A point of a checklist, an office.
  if ('text' in value && typeof value.text === 'string' && 'id' in value) return value.text;
  if ('name' in value) {
    return Object.values(value)
      .map((part) => valueText(part, language))
      .join(', ');
  }
  return JSON.stringify(value);
}

function wordText(word: string): string {
  const moment = moments.find((one) => one === word);
  if (moment !== undefined) return t(`common:moment.${moment}`);
  const channel = channels.find((one) => one === word);
  return channel === undefined ? word : t(`common:channel.${channel}`);
}

type Hours = Profile['callbacks']['hours'];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** „pon. 08:00–17:00, wt.–czw. 08:00–16:00”; days that are alike and follow one another stand together. */
export function hoursText(hours: Hours, language: 'pl' | 'en'): string {
  const runs: { from: number; to: number; text: string }[] = [];
  for (const day of weekdays) {
    const text = (hours[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    const last = runs.at(-1);
    if (text === '') continue;
    if (last?.text === text && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  if (runs.length === 0) return t('profile:none');
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  const nameOf = (day: number) => name.format(new Date(Date.UTC(1970, 0, 4 + day)));
  return runs
    .map(({ from, to, text }) => `${nameOf(from)}${from === to ? '' : `–${nameOf(to)}`} ${text}`)
    .join(', ');
}
