import type { MouseEvent } from 'react';
import type { CallsAnswer, CallsModel } from '@/lib/messaging';
import { callsText, type StripWords } from './words';

interface CallsCardProps {
  model: CallsModel;
  words: StripWords;
  onAnswer(answer: CallsAnswer, click: globalThis.MouseEvent, button: HTMLElement): void;
}

/** Calls are due: how many and since when. Whom stands in the panel, where no page can read it. */
export function CallsCard({ model, words, onAnswer }: CallsCardProps) {
  const answers = (answer: CallsAnswer) => (event: MouseEvent<HTMLElement>) =>
    onAnswer(answer, event.nativeEvent, event.currentTarget);
  return (
    <div className="card">
      <div className="head">
        <p className="text">{callsText(model)}</p>
        <div aria-live="off">
          <button type="button" className="close" aria-label={words.close} onClick={answers('closed')}>
            <Cross />
          </button>
        </div>
      </div>
      <p className="citation">{words.calls.where}</p>
      <div className="answers" aria-live="off">
        <button type="button" className="main" onClick={answers('show')}>
          {words.calls.show}
        </button>
        <button type="button" onClick={answers('later')}>
          {words.later}
        </button>
      </div>
    </div>
  );
}

/** The sign on the button that closes. */
export function Cross() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="M2 2 14 14M14 2 2 14" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
