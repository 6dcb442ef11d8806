import { URLPattern as OwnPattern } from 'urlpattern-polyfill/urlpattern';
import { provisions } from '@/lib/standard';
import type { Complaint } from './complaints';
import type { Placed } from './explain';
import { fieldsIn, sentenceFields } from './fill-sentence';
import { nearest } from './nearest';
import type { JsonPath } from './scan-json';
import type { Condition, Profile } from './schema';
import { isObject, valueAt } from './value-at';

type Find = (path: JsonPath, complaint: Complaint) => void;

/**
 * What a schema cannot say: ids that stand once, provisions that exist, patterns that compile, hours in order.
 *
 * @param raw the profile as written, to tell a limit that was set from a default
 */
export function crossCheck(profile: Profile, raw: unknown): Placed[] {
  const found: Placed[] = [];
  const find: Find = (path, complaint) => found.push({ path, complaint });

  for (const list of ['systems', 'reminders', 'checklists', 'glossary', 'directory'] as const) {
    checkIds(profile[list], [list], find);
  }
  profile.reminders.forEach((reminder, index) => {
    const path: JsonPath = ['reminders', index];
    checkProvisions(reminder.provisions, [...path, 'provisions'], find);
    if (reminder.say !== undefined) checkSentence(reminder.say, [...path, 'say'], find);
    if (reminder.when !== undefined) checkCondition(reminder.when, [...path, 'when'], find);
  });
  profile.checklists.forEach(({ items, when }, index) => {
    if (when !== undefined) checkCondition(when, ['checklists', index, 'when'], find);
    checkIds(items, ['checklists', index, 'items'], find);
    items.forEach((item, at) => {
      checkProvisions(item.provisions, ['checklists', index, 'items', at, 'provisions'], find);
    });
  });
  if (profile.introduction !== undefined) checkSentence(profile.introduction, ['introduction'], find);
  checkHours(profile.callbacks.hours, find);
  checkBudget(raw, find);
  return found;
}

function checkIds(items: { id: string }[], list: JsonPath, find: Find): void {
  const first = new Map<string, number>();
  items.forEach(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else find([...list, index, 'id'], { is: 'same-id', id, first: `${list.at(-1)}[${before}]` });
  });
}

const knownProvisions = provisions.map(({ id }) => id);
const provisionSet = new Set(knownProvisions);

function checkProvisions(ids: string[], path: JsonPath, find: Find): void {
  ids.forEach((id, index) => {
    if (!provisionSet.has(id))
      find([...path, index], { is: 'unknown-provision', id, nearest: nearest(id, knownProvisions) });
  });
}

function checkSentence(sentence: string, path: JsonPath, find: Find): void {
  const known: readonly string[] = sentenceFields;
  for (const field of fieldsIn(sentence)) {
    if (!known.includes(field)) {
      find(path, { is: 'unknown-field', field, nearest: nearest(field, known), known: [...known] });
    }
  }
  if (/[{}]/.test(sentence.replace(/\{[^{}]*\}/gu, ''))) find(path, { is: 'stray-brace' });
}

/** The depth was bounded before, so recursion is safe here. */
function checkCondition(condition: Condition, path: JsonPath, find: Find): void {
  if ('all' in condition) {
    condition.all.forEach((part, index) => {
      checkCondition(part, [...path, 'all', index], find);
    });
  } else if ('any' in condition) {
    condition.any.forEach((part, index) => {
      checkCondition(part, [...path, 'any', index], find);
    });
  } else if ('not' in condition) checkCondition(condition.not, [...path, 'not'], find);
  else if ('url' in condition) checkPattern(condition.url, [...path, 'url'], find);
  else if ('time' in condition) {
    const { from, to, weekdays } = condition.time;
    if (from === undefined && to === undefined && weekdays === undefined) {
      find([...path, 'time'], { is: 'empty-time' });
    } else if (from !== undefined && from === to) {
      find([...path, 'time'], { is: 'no-time-between', at: from });
    }
  }
}

type MakePattern = new (pattern: string) => { hasRegExpGroups?: boolean };
// Firefox has had URLPattern since 142; the extension still runs in 140.
const Pattern =
  (globalThis as { URLPattern?: MakePattern }).URLPattern ?? (OwnPattern as unknown as MakePattern);

function checkPattern(value: string, path: JsonPath, find: Find): void {
  try {
    if (new Pattern(value).hasRegExpGroups) find(path, { is: 'expression-in-address', value });
  } catch {
    find(path, { is: 'bad-address', value });
  }
}

function checkHours(hours: Profile['callbacks']['hours'], find: Find): void {
  for (const [day, intervals] of Object.entries(hours)) {
    let last = '';
    intervals?.forEach(([from, to], index) => {
      const path: JsonPath = ['callbacks', 'hours', day, index];
      // „08:00” compares as text as it does as time.
      if (from >= to) find(path, { is: 'hours-turned', from, to });
      else if (from < last) find(path, { is: 'hours-overlap', from, to });
      if (to > last) last = to;
    });
  }
}

/** Each limit lies within the next; only those that were written are compared, so that one may be set alone. */
function checkBudget(raw: unknown, find: Find): void {
  const budget = valueAt(raw, ['budget']);
  if (!isObject(budget)) return;
  for (const [smaller, greater] of [
    ['perMoment', 'perEncounter'],
    ['perEncounter', 'perDay'],
  ] as const) {
    const [inner, outer] = [budget[smaller], budget[greater]];
    if (typeof inner === 'number' && typeof outer === 'number' && inner > outer) {
      find(['budget', smaller], { is: 'budget-turned', smaller, greater });
    }
  }
}
