import { type MouseEvent, useId, useLayoutEffect, useState } from 'react';
import type { CallsAnswer, CallsModel, StripAnswer, StripModel } from '@/lib/messaging';
import { CallsCard, Cross } from './CallsCard';
import { type StripWords, stripWords } from './words';

interface CardProps {
  model: StripModel;
  words: StripWords;
  onAnswer(answer: StripAnswer, click: globalThis.MouseEvent, button: HTMLElement): void;
}

interface StripProps {
  model: StripModel | CallsModel;
  /** Called with each click on an answer, real or not: who listens tells them apart. */
  onAnswer(answer: StripAnswer | CallsAnswer, click: globalThis.MouseEvent, button: HTMLElement): void;
}

/** One reminder – what to mind, the sentence to say, where it is written, and the answers – or that calls are due. */
export function Strip({ model, onAnswer }: StripProps) {
  const words = stripWords(model.language);
  const isStanding = useNextFrame();
  // A screen reader announces what comes into a live region, not what it was born with: the region stands first.
  return (
    <div role="status" aria-label={words.name} aria-atomic="false" lang={model.language}>
      {isStanding && 'calls' in model && <CallsCard model={model} words={words} onAnswer={onAnswer} />}
      {isStanding && !('calls' in model) && <Card model={model} words={words} onAnswer={onAnswer} />}
    </div>
  );
}

function Card({ model, words, onAnswer }: CardProps) {
  const [isWhyOpen, setWhyOpen] = useState(false);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const whyId = useId();
  const moreId = useId();
  const answers = (answer: StripAnswer) => (event: MouseEvent<HTMLElement>) =>
    onAnswer(answer, event.nativeEvent, event.currentTarget);

  const putOff = (
    <>
      <button type="button" onClick={answers('later')}>
        {words.later}
      </button>
      <button type="button" onClick={answers('not-today')}>
        {words.notToday}
      </button>
    </>
  );

  return (
    <div className="card">
      <div className="head">
        <p className="text">{model.text}</p>
        {/* Silent in the announcement, which is the reminder and not its buttons. */}
        <div aria-live="off">
          <button type="button" className="close" aria-label={words.close} onClick={answers('closed')}>
            <Cross />
          </button>
        </div>
      </div>
      {model.say !== null && (
        <div className="say">
          <span className="say-label">{words.say}</span>{' '}
          <q className="sentence">
            {words.openQuote}
            {model.say}
            {words.closeQuote}
          </q>
        </div>
      )}
      <p className="citation">{model.citation}</p>
      <div className="answers" aria-live="off">
        <button type="button" className="main" onClick={answers('done')}>
          {words.done}
        </button>
        {model.canStart ? (
          <button type="button" className="start" onClick={answers('start')}>
            {words.start}
          </button>
        ) : (
          putOff
        )}
      </div>
      <div className="asides" aria-live="off">
        {model.canStart && putOff}
        {model.why.length > 0 && (
          <button
            type="button"
            className="quiet"
            aria-expanded={isWhyOpen}
            aria-controls={isWhyOpen ? whyId : undefined}
            onClick={() => setWhyOpen(!isWhyOpen)}
          >
            {words.why}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-expanded={isMoreOpen}
          aria-controls={isMoreOpen ? moreId : undefined}
          onClick={() => setMoreOpen(!isMoreOpen)}
        >
          {words.more}
        </button>
      </div>
      {isMoreOpen && (
        <div className="more" id={moreId} aria-live="off">
          <button type="button" onClick={answers('not-here')}>
            {words.notHere}
          </button>
        </div>
      )}
      {isWhyOpen && (
        <ul className="why" id={whyId} aria-label={words.whyList}>
          {model.why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** False at first, true once a frame has been made with that. */
function useNextFrame(): boolean {
  const [isNext, setNext] = useState(false);
  // The callback runs as the frame begins; React renders what it sets when the frame is done.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => setNext(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isNext;
}
