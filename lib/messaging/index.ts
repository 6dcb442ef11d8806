export { onMessage, sendToBackground, sendToPage } from './messages';
export type { Protocol, ReaderBrief, StripAnswer, StripModel } from './protocol';
