import { defineBackground } from 'wxt/utils/define-background';
import { answerReader } from './answer-reader';
import { fetchFromAddress } from './fetch-profile';
import { forgetLeftPages } from './forget-left-pages';
import { forgetNotes } from './forget-notes';
import { forgetOld } from './forget-old';
import { keepReaderRegistered } from './keep-reader-registered';
import { noticeCalls } from './notice-calls';
import { openFirstRun } from './open-first-run';
import { openPanelFromToolbar } from './open-panel';
import { remindCallbacks } from './remind-callbacks';
import { reopenWhereFailed } from './reopen-store';
import { serveByKey } from './serve-by-key';
import { showStrips } from './show-strips';
import { stopWhereNotPermitted } from './stop-where-not-permitted';
import { takePolicy } from './take-policy';
import { tryReminding } from './try-reminding';
import { underlineTerms } from './underline-terms';

// Every listener is registered in the first turn: a worker that an event wakes would miss the event otherwise.
export default defineBackground(() => {
  keepReaderRegistered();
  stopWhereNotPermitted();
  answerReader();
  forgetLeftPages();
  noticeCalls();
  showStrips();
  underlineTerms();
  openPanelFromToolbar();
  serveByKey();
  openFirstRun();
  forgetOld();
  forgetNotes();
  reopenWhereFailed();
  remindCallbacks();
  takePolicy();
  fetchFromAddress();
  tryReminding();
});
