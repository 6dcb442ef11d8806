// The page-side door: what scripts in a page need, and no data of systems.
/** Keeps the place of a walk over a page that may change meanwhile. */
export { Bookmark } from './bookmark';
export { findCaseSigns } from './case-sign';
export { claimPage } from './claim-page';
export { asWritten } from './comparable';
export { allLabels, fieldAt } from './labelled-value';
export type { PageContext, PageLook, Signal, SignalPlace } from './page-context';
export { textOfPage } from './page-text';
export { dialogSelector, dialogTitle, placeSelectors, standsIn } from './places';
export { lookAtPage, readPage } from './read-page';
export { cardHostTag, isOwnHost, pointHostTag, stripHostTag } from './strip-host';
export { isVisible } from './visible';
export { watchPage } from './watch-page';
