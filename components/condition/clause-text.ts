import type { Clause, ConditionForm, Leaf } from '@/lib/draft';
import { formOf } from '@/lib/draft';
import { translate as t } from '@/lib/i18n';
import type { Condition } from '@/lib/profile';

/** Names of the systems by id. */
export type SystemNames = ReadonlyMap<string, string>;

/** A condition as a sentence: „Pokaż, gdy widok to sprawa i znak zaczyna się od FN.3120.” */
export function sentenceOf(condition: Condition | undefined, systems: SystemNames): string {
  return condition === undefined
    ? t('condition:always')
    : t('condition:sentence', { clauses: joinedText(formOf(condition), systems) });
}

function joinedText({ joined, clauses }: Pick<ConditionForm, 'joined' | 'clauses'>, systems: SystemNames) {
  return clauses.map((clause) => clauseText(clause, systems)).join(` ${t(`condition:${joined}`)} `);
}

/** One clause in words. */
export function clauseText(clause: Clause, systems: SystemNames): string {
  if (clause.kind === 'leaf') return leafText(clause.leaf, clause.not, systems);
  if (clause.kind === 'group') {
    const inner = `(${joinedText({ joined: clause.joined, clauses: clause.parts }, systems)})`;
    return clause.not ? t('condition:say.not', { clause: inner }) : inner;
  }
  return conditionText(clause.condition, systems);
}

/** Any condition in words, however deep. */
function conditionText(condition: Condition, systems: SystemNames): string {
  if ('not' in condition) {
    return t('condition:say.not', { clause: `(${conditionText(condition.not, systems)})` });
  }
  if ('all' in condition || 'any' in condition) {
    const [joined, parts] =
      'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    const texts = parts.map((part) => conditionText(part, systems));
    return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(` ${t(`condition:${joined}`)} `)})`;
  }
  return leafText(condition, false, systems);
}

function leafText(leaf: Leaf, isNot: boolean, systems: SystemNames): string {
  const not = isNot ? 'Not' : '';
  const values = (names: string[]) => names.join(` ${t('condition:or')} `);
  if ('view' in leaf) {
    const names = listOf(leaf.view).map((view) => t(`common:view.${view}`));
    return t(`condition:say.view${not}`, { values: values(names) });
  }
  if ('system' in leaf) {
    const names = listOf(leaf.system).map((system) => systems.get(system) ?? system);
    return t(`condition:say.system${not}`, { values: values(names) });
  }
  if ('url' in leaf) return t(`condition:say.url${not}`, { value: leaf.url });
  if ('caseSign' in leaf) {
    const value = [leaf.caseSign.cell, leaf.caseSign.jrwa].filter(Boolean).join('.');
    return value === '' ? t(`condition:say.anyCaseSign${not}`) : t(`condition:say.caseSign${not}`, { value });
  }
  if ('field' in leaf) return fieldText(leaf.field, not);
  if ('text' in leaf) return t(`condition:say.text${not}`, { value: leaf.text });
  if ('element' in leaf) return t(`condition:say.element${not}`, { value: leaf.element });
  if ('channel' in leaf) {
    const names = listOf(leaf.channel).map((channel) => `„${t(`common:channel.${channel}`)}”`);
    return t(`condition:say.channel${not}`, { values: values(names) });
  }
  if ('moment' in leaf) {
    const names = listOf(leaf.moment).map((moment) => `„${t(`common:moment.${moment}`)}”`);
    return t(`condition:say.moment${not}`, { values: values(names) });
  }
  const { from = '00:00', to = '24:00', weekdays } = leaf.time;
  const hours = leaf.time.from === undefined && leaf.time.to === undefined ? [] : [`${from}–${to}`];
  const days = weekdays === undefined ? [] : [weekdays.map((day) => weekdayName(day)).join(', ')];
  return t(`condition:say.time${not}`, { value: [...hours, ...days].join(', ') });
}

type Field = Extract<Leaf, { field: unknown }>['field'];

function fieldText({ label, equals, contains }: Field, not: '' | 'Not'): string {
  const parts = [
    ...(equals === undefined ? [] : [t(`condition:say.equals${not}`, { label, value: equals })]),
    ...(contains === undefined ? [] : [t(`condition:say.contains${not}`, { label, value: contains })]),
  ];
  return parts.length === 0
    ? t(`condition:say.field${not}`, { label })
    : parts.join(` ${t('condition:all')} `);
}

export function listOf<Value>(oneOrMore: Value | Value[]): Value[] {
  return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore];
}

/** „pon.” for 1. */
export function weekdayName(day: number, style: 'short' | 'long' = 'short'): string {
  const name = new Intl.DateTimeFormat(document.documentElement.lang || 'pl', {
    weekday: style,
    timeZone: 'UTC',
  });
  // 5 January 1970 was a Monday.
  return name.format(new Date(Date.UTC(1970, 0, 4 + day)));
}
