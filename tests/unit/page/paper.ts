import { JSDOM } from 'jsdom';
import { type PageAsks, type PageContext, readPage, type System, shippedSystems } from '@/lib/page';

/** A page of an office, as a document of its own: nothing of it is global. */
export function page(html: string, address = 'https://urzad.example/'): Document {
  return new JSDOM(html, { url: address }).window.document;
}

export function read(
  html: string | Document,
  { asks = null, address, systems = shippedSystems }: Wanted = {},
): PageContext {
  return readPage(typeof html === 'string' ? page(html, address) : html, systems, asks);
}

interface Wanted {
  asks?: PageAsks | null;
  address?: string;
  systems?: System[];
}

/** What is asked of a page, where only some of it is. */
export const ask = (asks: Partial<PageAsks>): PageAsks => ({ labels: [], terms: [], elements: [], ...asks });

export const fieldsOf = (html: string) => read(html).fields;
