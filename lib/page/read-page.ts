import type { PageAsks, PageContext, System } from './page-context';
import { Reading } from './reading';

/**
 * Reads a page once, as it stands.
 *
 * @param systems known web systems; of two with equal evidence the earlier wins
 * @param asks what is wanted of its fields, terms and elements; without it, every labelled field
 * @returns facts only. A page to be left alone (signing in) gives an empty context. It never throws and changes nothing.
 */
export function readPage(document: Document, systems: System[], asks: PageAsks | null = null): PageContext {
  const reading = new Reading(document, systems, asks);
  try {
    for (const _ of reading.readRoot(document));
    if (!reading.isLeftAlone) return reading.context();
  } catch {
    // A document that cannot be walked has nothing to tell.
  }
  return {
    system: null,
    view: 'other',
    caseSigns: [],
    caseInHand: null,
    fields: {},
    terms: [],
    elements: [],
    address: '',
    evidence: [],
  };
}
