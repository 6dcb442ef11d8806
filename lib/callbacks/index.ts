export {
  type Attempt,
  type Callback,
  type CallbackReason,
  type CallbackState,
  isPending,
} from './callback';
export { type CallbackRules, dueFor, hoursOf, promise, promiseToInterrupted } from './promise';
export { parseQuickEntry, type QuickEntry } from './quick-entry';
