/** A kind of place in a web system. */
export const views = [
  'case',
  'case-list',
  'incoming',
  'letter',
  'decision',
  'forwarding',
  'closing',
  'contact-register',
  'client',
  'search',
  'other',
] as const;
export type View = (typeof views)[number];

/**
 * Znak sprawy (rozporządzenie PRM z 18 stycznia 2011 r., Dz.U. 2011 nr 14 poz. 67, § 5 instrukcji kancelaryjnej).
 * Strings stand as written; only `number` and `year` are numbers.
 */
export interface CaseSign {
  raw: string;
  /** Symbol of the organisational cell with its sub-cells: `FN`, `AM-WZ`, `WIW.wl`; empty where the sign has none. */
  cell: string;
  jrwa: string;
  /** Number of the case that opened a subset (podteczka), or another number between class and number: kept, not interpreted. */
  subset?: string;
  number: number;
  year: number;
  initials?: string;
}

/** Where on a page a text counts as a sign of the system or view. */
export const signalPlaces = [
  'title',
  'heading',
  'menu',
  'breadcrumb',
  'caption',
  'dialog',
  'label',
  'button',
] as const;
export type SignalPlace = (typeof signalPlaces)[number];

/**
 * One thing a page may show that tells what it is.
 * `text` is compared without case, colon and repeated white space; `*` at either end stands for anything.
 * `element` is a short selector; `host` and `path` are prefixes of the address.
 */
export type Signal =
  | { in: SignalPlace; text: string }
  | { element: string }
  | { host: string }
  | { path: string };

/** What a page is by the systems that were asked about, and which of their signals it shows. */
export interface PageLook extends Pick<PageContext, 'system' | 'view' | 'evidence'> {
  /** True where a password is typed, or a system says that the address is none of Obok's business. */
  isLeftAlone: boolean;
  met: Signal[];
}

/** A recognised web system, as data: shipped ones and those a team lead describes have the same form. */
export interface System {
  id: string;
  name: string;
  /** Any of these makes the page one of this system; the system with the strongest evidence wins. */
  signals: Signal[];
  views: { view: View; signals: Signal[]; not?: Signal[] }[];
  /** Addresses (path prefixes) that are left alone: signing in, silent renewal. */
  leaveAlone?: string[];
}

/** What of an address may tell a system. */
export interface PageAddress {
  host: string;
  path: string;
}

/** What the active conditions ask of a page. Nothing else of its content is read. */
export interface PageAsks {
  /** Labels whose values are wanted. */
  labels: string[];
  /** Terms looked for in the text, each with the forms it may take. */
  terms: { term: string; forms: string[] }[];
  /** Short selectors whose presence is wanted. */
  elements: string[];
}

/** Facts read from the page; no free text of the document. */
export interface PageContext {
  /** `System.id`, or null when no system was recognised. */
  system: string | null;
  view: View;
  /** In order of appearance, each sign once. */
  caseSigns: CaseSign[];
  /** The case in hand, as a heading, a dialog or a labelled field names it; null where none does. */
  caseInHand: CaseSign | null;
  /** Label, as the page writes it but for its colon → value. */
  fields: Record<string, string>;
  /** Terms asked for that stand in the text. */
  terms: string[];
  /** Selectors asked for that match. */
  elements: string[];
  /** Origin and path; never a query or a fragment. */
  address: string;
  /** The signals that decided system and view, in words of the system's description, for „Dlaczego?”. */
  evidence: string[];
}
