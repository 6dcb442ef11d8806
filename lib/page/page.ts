// The page-side door: what scripts in a page need, and no data of systems.
/** Keeps the place of a walk over a page that may change meanwhile. */
export { Bookmark } from './bookmark';
export { claimPage } from './claim-page';
export type { PageContext } from './page-context';
export { textOfPage } from './page-text';
export { cardHostTag, stripHostTag } from './strip-host';
export { watchPage } from './watch-page';
