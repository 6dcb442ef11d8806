import type { PageAddress, PageAsks, PageContext, PageLook, System } from './page-context';
import { Reading } from './reading';

/**
 * Reads a page once, as it stands.
 *
 * @param systems known web systems; of two with equal evidence the earlier wins
 * @param asks what is wanted of its fields, terms and elements; without it, every labelled field. With it this is the
 *   first look that a reader takes in a page: shadow roots of plain elements that also hold slotted content are left out
 * @param address beginnings of host and path, for a document that nobody shows; they tell a system, and stand in no fact
 * @returns facts only. A page to be left alone (signing in) gives an empty context. It never throws and changes nothing.
 */
export function readPage(
  document: Document,
  systems: System[],
  asks: PageAsks | null = null,
  address: PageAddress | null = null,
): PageContext {
  try {
    const reading = new Reading(document, systems, asks, undefined, undefined, address);
    for (const _ of reading.readRoot(document));
    if (asks === null) for (const _ of reading.sweep());
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

/**
 * Tells what a page is by some systems, and which of their signals stand in it, so that whoever describes a system sees
 * why. Of a page that is to be left alone nothing is told. It never throws and changes nothing.
 */
export function lookAtPage(document: Document, systems: System[]): PageLook {
  try {
    const reading = new Reading(document, systems, { labels: [], terms: [], elements: [] });
    for (const _ of reading.readRoot(document));
    for (const _ of reading.sweep());
    if (!reading.isLeftAlone) {
      const { system, view, evidence } = reading.context();
      return { isLeftAlone: false, system, view, evidence, met: reading.met() };
    }
  } catch {
    return { isLeftAlone: false, system: null, view: 'other', evidence: [], met: [] };
  }
  return { isLeftAlone: true, system: null, view: 'other', evidence: [], met: [] };
}
