export {
  asksOfDraft,
  type BenchLine,
  type BenchSituation,
  benchOf,
  filledIn,
  firstSituation,
  signIn,
  termsFound,
} from './bench';
export {
  type Clause,
  type ConditionForm,
  conditionOf,
  formOf,
  type Joined,
  type Leaf,
  type LeafClause,
} from './condition-form';
export { begin, change, type History, redo, undo } from './history';
export { fileNameOf, issueOf } from './issue';
export { mistakesUnder } from './mistakes';
export { changeIn, type DraftPerson, moveIn, removeFrom, removePerson, setValue, wordsIn } from './parts';
export {
  addReminder,
  changeReminder,
  copyReminder,
  type DraftReminder,
  type Fields,
  isLocked,
  lockReminder,
  moveReminder,
  newId,
  placeReminder,
  remindersOf,
  removeReminder,
} from './reminders';
export {
  type SignalForm,
  type SignalVerb,
  signalFormOf,
  signalKinds,
  signalOf,
  signalVerbs,
} from './signal-form';
export {
  addSystem,
  askersOf,
  type Clash,
  clashesOf,
  type DraftView,
  isWritten,
  mostDescribed,
  signalKey,
  systemsInForce,
  systemsOf,
  type Verdict,
  verdictOn,
} from './systems';
export { playWeek, type Week } from './week';
