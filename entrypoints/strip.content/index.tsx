import { defineContentScript } from 'wxt/utils/define-content-script';
import { onMessage, type StripAnswer, type StripModel, sendToBackground } from '@/lib/messaging';
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
    const show = (model: StripModel) => {
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
    const showing = async (model: StripModel) => {
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
    if (due !== null) show(due);
  },
});

function sendAnswer({ turn, reminderId }: StripModel, answer: StripAnswer): void {
  // The extension was updated under the page: nobody is left to be told, and the clerk has nothing to do about it.
  sendToBackground('strip→background: answer', { turn, reminderId, answer }).catch(() => {});
}
