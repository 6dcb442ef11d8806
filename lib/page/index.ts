export { findCaseSigns } from './case-sign';
export { letterInPage } from './letter-in-page';
export {
  type CaseSign,
  type PageAsks,
  type PageContext,
  type PageLook,
  type Signal,
  type SignalPlace,
  type System,
  signalPlaces,
  type View,
  views,
} from './page-context';
export { readPage } from './read-page';
export { shippedSystems, systemNames } from './systems';
