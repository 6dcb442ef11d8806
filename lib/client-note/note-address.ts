/** Which note a page shows. Ids only: an address stands in the browser's history. */
export interface NoteAddress {
  /** The service it belongs to; null where none runs. */
  encounterId: string | null;
  /** The tab whose page may offer its case sign; null where none is read. */
  tabId: number | null;
}

/** `?obsluga=…&karta=…`, to stand behind the page's own address. */
export function searchOf({ encounterId, tabId }: NoteAddress): string {
  const search = new URLSearchParams();
  if (encounterId !== null) search.set('obsluga', encounterId);
  if (tabId !== null) search.set('karta', String(tabId));
  return `?${search}`;
}

/** What `searchOf` wrote; anything else counts as not said. */
export function addressOf(search: string): NoteAddress {
  const said = new URLSearchParams(search);
  const tab = said.get('karta') ?? '';
  return { encounterId: said.get('obsluga') || null, tabId: /^\d{1,15}$/.test(tab) ? Number(tab) : null };
}
