import type { PageContext } from '@/lib/page';
import type { Condition } from '@/lib/profile';
import { examine } from './condition';
import { type Situation, situationOf } from './situation';

/** `open`: it hangs on who is served, how, or when, of which a page says nothing. */
type Fit = 'yes' | 'no' | 'open';

/** The beginning of time: what a page's clauses say does not hang on the clock. */
const anyTime = new Date(0);

/** Tells whether a condition asks anything of a page. */
export function asksPage(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksPage);
  if ('any' in condition) return condition.any.some(asksPage);
  if ('not' in condition) return asksPage(condition.not);
  return !('channel' in condition || 'moment' in condition || 'time' in condition);
}

/**
 * Tells whether a page lets a condition hold, whoever is served and at whatever time: what a clerk does or leaves undone
 * has no part in the answer.
 */
export function fitsPage(condition: Condition, context: PageContext): boolean {
  return fitOf(condition, situationOf({ context, now: anyTime })) !== 'no';
}

function fitOf(condition: Condition, situation: Situation): Fit {
  if ('all' in condition) {
    const fits = condition.all.map((part) => fitOf(part, situation));
    return fits.includes('no') ? 'no' : fits.includes('open') ? 'open' : 'yes';
  }
  if ('any' in condition) {
    const fits = condition.any.map((part) => fitOf(part, situation));
    return fits.includes('yes') ? 'yes' : fits.includes('open') ? 'open' : 'no';
  }
  if ('not' in condition) {
    const fit = fitOf(condition.not, situation);
    return fit === 'open' ? 'open' : fit === 'yes' ? 'no' : 'yes';
  }
  if (!asksPage(condition)) return 'open';
  return examine(condition, situation, []).holds ? 'yes' : 'no';
}
