import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  type CallsAnswer,
  type CallsModel,
  onMessage,
  type StripAnswer,
  type StripModel,
  sendToBackground,
} from '@/lib/messaging/page';
import { claimPage } from '@/lib/page/page';
import { type StandingStrip, showStrip } from './show-strip';

// Loaded into the top frame once a reminder is due; from then on it shows what it is told to.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  async main() {
    const claim = claimPage('strip');
    let standing: { strip: StandingStrip; stop: AbortController } | null = null;

    const hide = () => {
      standing?.stop.abort();
      standing = null;
    };
    const show = (model: StripModel | CallsModel) => {
      if (claim.aborted || standing?.strip.turn === model.turn) return;
      hide();
      const stop = new AbortController();
      const strip = showStrip(
        model,
        (answer) => sendAnswer(model, answer),
        () => {
          if (standing?.stop === stop) standing = null;
        },
        AbortSignal.any([claim, stop.signal]),
      );
      standing = { strip, stop };
    };

    // Null says that somebody was there to hear it.
    const showing = async (model: StripModel | CallsModel) => {
      show(model);
      return null;
    };
    const hiding = async () => {
      hide();
      return null;
    };
    const focusing = async () => {
      standing?.strip.focus();
      return null;
    };
    onMessage('background→strip: show', showing, claim);
    onMessage('background→strip: hide', hiding, claim);
    onMessage('background→strip: focus', focusing, claim);
    const due = await sendToBackground('strip→background: ready', null);
    // Undefined where the background does not answer this page.
    if (due) show(due);
  },
});

function sendAnswer(model: StripModel | CallsModel, answer: StripAnswer | CallsAnswer): void {
  const { turn } = model;
  const sent =
    'calls' in model
      ? sendToBackground('strip→background: calls-answer', { turn, answer: answer as CallsAnswer })
      : sendToBackground('strip→background: answer', {
          turn,
          reminderId: model.reminderId,
          answer: answer as StripAnswer,
        });
  // The extension was updated under the page: nobody is left to be told, and the clerk has nothing to do about it.
  sent.catch(() => {});
}
