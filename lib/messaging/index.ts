export { onMessage, sendToBackground, sendToPage } from './messages';
export type {
  CallsAnswer,
  CallsModel,
  Protocol,
  ReaderBrief,
  StripAnswer,
  StripModel,
  TermsBrief,
} from './protocol';
