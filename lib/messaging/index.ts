export { onMessage } from './on-message';
export { isPermitted } from './permitted';
export type {
  CallsAnswer,
  CallsModel,
  Protocol,
  ReaderBrief,
  StripAnswer,
  StripModel,
  TermsBrief,
} from './protocol';
export { rules } from './rules';
export { sendToBackground } from './send-to-background';
export { sendToPage } from './send-to-page';
