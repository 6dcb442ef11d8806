export { countPageIn, readAgeing } from './ageing';
export { asOne } from './as-one';
export { type AskedPlace, askForPlace, takeAskedPlace, watchAskedPlace } from './asked-place';
export {
  type KeptData,
  type KeptSingles,
  noteBackupTimes,
  type Restored,
  readBackupTimes,
  readKept,
  restoreKept,
  takeCopiedProfiles,
  takeRestoredBack,
} from './backup';
export { readCallbackView, saveCallbackView } from './callback-view';
export {
  addCallback,
  callbacksOfEncounters,
  changeCallback,
  countCallbacks,
  forgetSettledCallbacks,
  noteTold,
  putBackCallback,
  readCallbacks,
  readFirstCallbacks,
  readUnsettledCallbacks,
  removeCallback,
  reviewCallbacks,
  takeBackCallbacks,
  type WrittenCallback,
  writeCallbacks,
} from './callbacks';
export { changeCallsStrip, readCallsStrip } from './calls-strip';
export { caseKeyOf } from './case-key';
export {
  type Clerk,
  changeSwitches,
  isFirstRunDone,
  readClerk,
  readSwitches,
  saveClerk,
  setFirstRunDone,
  unnamedClerk,
} from './clerk';
export {
  type ClerkGlossary,
  dropClerkTerm,
  keepClerkTerm,
  readClerkGlossary,
  setFavourite,
} from './clerk-glossary';
export {
  currentEncounter,
  encountersSetAside,
  endEncounter,
  readEncounter,
  resumeEncounter,
  startEncounter,
  stepEncounter,
  turnBack,
  turnToDesk,
} from './encounters';
export { eraseFigures, putBackFigures, readFigures } from './figures';
export { marksOf } from './gone';
export { addReminderEvent, forgetOldHistory, historyDays, readHistory, removeReminderEvent } from './history';
export { heedStoreLoss, reopenStore } from './keep-open';
export { readKeptFacts } from './kept-facts';
export {
  chooseLockMinutes,
  type Lock,
  lockMinutes,
  lockNow,
  lockWhereIdle,
  readLock,
  usualMinutes,
  watchLock,
} from './lock';
export { type LockDesk, lockStore } from './lock-store';
export { measureStored } from './measure';
export { addMetSign, readMetSigns, watchMetSigns } from './met-signs';
export { changePassword, removePassword, setPassword } from './password';
export { type Erased, erasePerson, findPerson, type PersonData, putBackPerson } from './person-data';
export { keepPolicy, noteTaking, type PolicyRow, readPolicyRow } from './policy';
export { changeProfileAddress, type ProfileAddress, readProfileAddress } from './profile-address';
export { type ProfileDraft, readProfileDraft, saveProfileDraft } from './profile-draft';
export {
  dropProfile,
  type KeptProfile,
  type NotTaken,
  type ProfileOrigin,
  putBackProfile,
  readProfile,
  readTakenProfiles,
  type TakenLayer,
  type TakenProfile,
  takeProfile,
} from './profiles';
export {
  changeRemindingTrial,
  type RemindingTrial,
  readRemindingTrial,
  watchRemindingTrial,
} from './reminding-trial';
export { renewSeals } from './seal-rows';
export { isClockBelieved } from './seen-days';
export {
  addServiceFact,
  readServiceFacts,
  removeServiceFact,
  type ServiceFact,
  watchServiceFacts,
} from './service-facts';
export {
  changeNote,
  forgetNotesOfEnded,
  forgetNotesOfTab,
  readNote,
  readNoteLook,
  saveNoteLook,
  watchNote,
} from './service-notes';
export { watchSetAside } from './set-aside';
export { countSetAside, dropSetAside, lookForSetAside } from './set-aside-rows';
export { readSigningKey, saveSigningKey } from './signing-key';
export { isStoreFailure } from './store-failure';
export { type StoreState, storeState, watchStoreState } from './store-state';
export { countStored, eraseEverything, type StoredCounts } from './stored-data';
export {
  forgetTabContext,
  readTabContext,
  readTabContexts,
  saveTabContext,
  type TabContext,
  watchTabContexts,
} from './tab-contexts';
export { forgetTabStrip, nextTurn, readTabStrip, saveTabStrip, type TabStrip } from './tab-strips';
export { noteTabsToRead, takeTabToRead } from './tabs-to-read';
export {
  changeTabUnderlining,
  chooseUnderlining,
  forgetTabUnderlining,
  readTabUnderlining,
  readUnderlining,
  watchTabUnderlining,
} from './underlining';
export { holdUpdates, isUpdateHeld, noteWaitingUpdate, readWaitingUpdate } from './waiting-update';
export { watchStore } from './watch';
