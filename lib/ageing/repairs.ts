import type { CaseSign, PageContext } from '@/lib/page';
import { type Condition, likeness } from '@/lib/profile';
import { fitsPage } from '@/lib/reminders';

/** A condition without others in it. */
type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** A clause that no longer matches, and what could stand for it now. */
export interface Repair {
  from: Leaf;
  to: Leaf;
  /** The whole condition with `to` in the place of `from`. */
  condition: Condition;
}

/** A page as it stands now, with the names of all its fields; their values are not looked at. */
export interface PageNow {
  context: PageContext;
  labels: readonly string[];
}

/** For one clause more proposals than these are no help. */
const most = 3;
/** „Rodzaj sprawy” and „Typ sprawy” are alike by half; below that it is guessing. */
const alike = 0.5;

/**
 * What on a page comes nearest to the clauses of a condition that do not match there: a field by a like name, the view that
 * it is, the case sign that stands there. The nearest first; none where every clause matches.
 */
export function repairsOf(condition: Condition, page: PageNow): Repair[] {
  return leavesOf(condition)
    .filter((from) => !fitsPage(from, page.context))
    .flatMap((from) =>
      nearestTo(from, page)
        .slice(0, most)
        .map((to) => ({ from, to, condition: withLeaf(condition, from, to) })),
    );
}

/** Clauses that have to match; one under `not` matches nothing by intent. */
function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? [] : [condition];
}

function withLeaf(condition: Condition, from: Leaf, to: Leaf): Condition {
  if (condition === from) return to;
  if ('all' in condition) return { all: condition.all.map((part) => withLeaf(part, from, to)) };
  if ('any' in condition) return { any: condition.any.map((part) => withLeaf(part, from, to)) };
  return condition;
}

function nearestTo(leaf: Leaf, { context, labels }: PageNow): Leaf[] {
  if ('view' in leaf) return context.view === 'other' ? [] : [{ view: context.view }];
  if ('caseSign' in leaf) return signsFor(leaf.caseSign, context.caseSigns);
  if ('text' in leaf) return nearestNames(leaf.text, labels).map((text) => ({ text }));
  if (!('field' in leaf)) return [];
  const { field } = leaf;
  return nearestNames(field.label, labels).map((label) => ({ field: { ...field, label } }));
}

function nearestNames(name: string, labels: readonly string[]): string[] {
  const far = [...new Set(labels)].map((label) => ({ label, near: likeness(name, label) }));
  return far
    .filter(({ label, near }) => near >= alike && label !== name && label.length <= longestLabel)
    .sort((one, other) => other.near - one.near)
    .map(({ label }) => label);
}

/** As long as a label may be in a profile. */
const longestLabel = 80;

type Sign = Extract<Condition, { caseSign: unknown }>['caseSign'];

/** The signs that stand in the page, told as closely as the clause tells: that of the case in hand is the first of them. */
function signsFor({ cell, jrwa }: Sign, signs: readonly CaseSign[]): Leaf[] {
  const found = signs.map((sign) => ({
    ...(cell === undefined ? {} : { cell: sign.cell }),
    ...(jrwa === undefined ? {} : { jrwa: sign.jrwa.slice(0, Math.max(jrwa.length, 1)) }),
  }));
  const common = (one: Sign) => sameHead(one.jrwa ?? '', jrwa ?? '') + sameHead(one.cell ?? '', cell ?? '');
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
    .filter((one) => (one.cell ?? one.jrwa ?? '') !== '')
    .sort((one, other) => common(other) - common(one))
    .map((caseSign) => ({ caseSign }));
}

function sameHead(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
