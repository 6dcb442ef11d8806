/** One element of ours in the page, with a closed root, that keeps standing; its events stay its own. */
export { keepOwnEvents } from './own-events';
export { watchPageFocus } from './page-focus';
export { createPageHost } from './page-host';
export { type ClickFacts, clickFacts, isRealClick } from './real-click';
export { watchSight } from './sight';
