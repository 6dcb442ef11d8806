import type { PageAsks, Signal, System } from '@/lib/page';

/** What stands at a place of a page, as facts; a page's script gives it to Studio, so it is plain data. */
export interface Pointed {
  /** The field that the place is the label or the value of. */
  field: { label: string; value: string; isChoice: boolean } | null;
  /** The words that stand there alone. `interface`: the system's own words, and not those of a document. */
  text: { text: string; from: 'interface' | 'content' } | null;
  /** Beginnings of the case signs that stand there. */
  signs: { cell: string; jrwa: string }[];
  /** Ways to find the element itself, the one that lasts longest first. */
  elements: PointedElement[];
  /** Whether a heading, an entry of the menu or no single thing at all was meant: the view as a whole. */
  isView: boolean;
  /** What this page could be told by again, whoever describes its system; no number and no query of the address. */
  signals: PointedSignal[];
}

/**
 * `interface`: by the system's own words, `content`: by words that may be a document's, `label`: by the name of a field,
 * `title`: by what the page is called, `host` and `path`: by where it is; the others as of an element.
 */
export interface PointedSignal {
  signal: Signal;
  by: 'interface' | 'content' | 'label' | 'title' | 'host' | 'path' | PointedElement['by'];
}

/** `caption`: by a text that a person hears or reads. `name`: by what the system's programs call it. */
export interface PointedElement {
  selector: string;
  by: 'caption' | 'name' | 'id' | 'class';
}

/** What the script that is put into a page is to do: let a lead point, tell what of the asked stands there, tell the names of all fields without a value, or tell what the page is by some descriptions of systems. */
export type PointOrder =
  | { point: { hint: string; chosen: string } }
  | { read: PageAsks }
  | { labels: true }
  | { look: System[] };
