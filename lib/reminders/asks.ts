import type { PageAsks } from '@/lib/page';
import type { Condition, Profile } from '@/lib/profile';

/**
 * What the conditions of a profile ask of a page. The reader looks at nothing else, so that a label nobody asks about
 * is never read.
 *
 * @returns labels, terms and selectors, each once; a term with the forms the profile's glossary gives it, else alone
 */
export function asksOf(profile: Profile): PageAsks {
  const labels = new Set<string>();
  const terms = new Set<string>();
  const elements = new Set<string>();

  const collect = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(collect);
    else if ('any' in condition) condition.any.forEach(collect);
    else if ('not' in condition) collect(condition.not);
    else if ('field' in condition) labels.add(condition.field.label);
    else if ('text' in condition) terms.add(condition.text);
    else if ('element' in condition) elements.add(condition.element);
  };
  for (const { when } of [...profile.reminders, ...profile.checklists]) if (when !== undefined) collect(when);

  return {
    labels: [...labels],
    terms: [...terms].map((term) => ({ term, forms: formsOf(term, profile) })),
    elements: [...elements],
  };
}

function formsOf(term: string, { glossary }: Profile): string[] {
  const wanted = term.toLowerCase();
  const entry = glossary.find(({ id, headword }) => id === term || headword.toLowerCase() === wanted);
  if (entry === undefined) return [term];
  return [...new Set([entry.headword, ...(entry.forms ?? [])])];
}
