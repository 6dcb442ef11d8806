import type { PageAsks, PageContext } from '@/lib/page';
import type { Condition } from '@/lib/profile';
import { conditionHolds } from '@/lib/reminders';
import type { Pointed } from './pointed';

/** A condition without others in it, of the kinds that a page can show. */
type PageLeaf = Extract<
  Condition,
  { view: unknown } | { caseSign: unknown } | { field: unknown } | { text: unknown } | { element: unknown }
>;

/** Why a condition lasts, or may not. */
type Ground =
  | 'label'
  | 'value'
  | 'view'
  | 'caseSign'
  | 'interface'
  | 'content'
  | 'caption'
  | 'name'
  | 'id'
  | 'class';

/** A condition that could stand for what was pointed at. */
export interface Candidate {
  leaf: PageLeaf;
  ground: Ground;
  /** Whether it would outlive another look of the page. */
  lasts: boolean;
}

const fragile: readonly Ground[] = ['content', 'value', 'id', 'class'];

/**
 * The conditions that could be meant, the one to be had first: what lasts before what may not, what says more before
 * what says less. A client's value is in none but the one that is plainly of it; a choice of a list is no client's.
 *
 * @param context what the reader knows of the page; null where it has not told
 */
export function candidatesOf(pointed: Pointed, context: PageContext | null): Candidate[] {
  const { field, text, signs, elements, isView } = pointed;
  const found: Candidate[] = [];
  const add = (ground: Ground, leaf: PageLeaf) =>
    found.push({ leaf, ground, lasts: !fragile.includes(ground) });

  const view = context?.view ?? 'other';
  const addView = () => {
    if (view !== 'other') add('view', { view });
  };
  if (isView) addView();
  for (const { cell, jrwa } of signs) {
    add('caseSign', { caseSign: { jrwa } });
    if (cell !== '') add('caseSign', { caseSign: { cell, jrwa } });
  }
  if (field) {
    const { label, value, isChoice } = field;
    if (isChoice) add('label', { field: { label, equals: value } });
    add('label', { field: { label } });
    if (!isChoice && signs.length === 0) {
      add('value', { field: { label, contains: value } });
      add('value', { field: { label, equals: value } });
    }
  }
  if (text) add(text.from, { text: text.text });
  for (const { selector, by } of elements) add(by, { element: selector });
  if (!isView) addView();
  return found.toSorted((one, other) => Number(other.lasts) - Number(one.lasts));
}

/** What has to be asked of a page to tell where the candidates match. */
export function asksOfCandidates(candidates: readonly Candidate[]): PageAsks {
  const asks: PageAsks = { labels: [], terms: [], elements: [] };
  for (const { leaf } of candidates) {
    if ('field' in leaf && !asks.labels.includes(leaf.field.label)) asks.labels.push(leaf.field.label);
    else if ('text' in leaf) asks.terms.push({ term: leaf.text, forms: [leaf.text] });
    else if ('element' in leaf) asks.elements.push(leaf.element);
  }
  return asks;
}

/** What a page answered when it was asked. */
export type PageAnswer = Pick<PageContext, 'fields' | 'terms' | 'elements'>;

/** What the reader knows of a page, and what it answered beside. */
export const withAnswer = (context: PageContext, answer: PageAnswer | null): PageContext =>
  answer === null
    ? context
    : {
        ...context,
        fields: { ...context.fields, ...answer.fields },
        terms: [...new Set([...context.terms, ...answer.terms])],
        elements: [...new Set([...context.elements, ...answer.elements])],
      };

/** Whether a candidate matches on a page. */
export const matchesOn = ({ leaf }: Candidate, context: PageContext, now: Date) =>
  conditionHolds(leaf, { context, now });
