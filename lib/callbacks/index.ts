export {
  type Attempt,
  type Callback,
  type CallbackReason,
  isAsking,
  isPending,
  isSettled,
  type Waiting,
  waitingParts,
} from './callback';
export {
  type AnnouncementStep,
  type EscalationRules,
  escalation,
  isForSubstitute,
  nextStepAt,
  told,
  withWhatWasTold,
} from './escalation';
export {
  type Figures,
  keptOf,
  type ShownSum,
  type ShownWeek,
  shownFigures,
  together,
  withKept,
  withoutKept,
} from './figures';
export { type DueGroups, groupDue, isDue } from './group-due';
export { groupedPhone } from './grouped-phone';
export {
  arrange,
  type ListView,
  listOrders,
  shownCallers,
  shownStates,
  usualView,
} from './list-view';
export { nextTry, type SnoozeChoice, snoozeChoices, usualSnoozes } from './next-try';
export { type CallbackRules, dueFor, promiseToInterrupted } from './promise';
export { parseQuickEntry, type QuickEntry } from './quick-entry';
export { type Review, review, type Telling } from './review';
export { type CallbackSearch, searchCallbacks } from './search';
export {
  type CallbackChanges,
  editCallback,
  newCallback,
  type Outcome,
  reopen,
  settle,
  snooze,
} from './settle';
