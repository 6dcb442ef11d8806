// The page-side door: what scripts in a page need, and no data of systems.
export { claimPage } from './claim-page';
export type { PageContext } from './page-context';
export { textOfPage } from './page-text';
export { stripHostTag } from './strip-host';
export { watchPage } from './watch-page';
