import { useLayoutEffect, useRef } from 'react';
import {
  type ClientNote,
  dueInWords,
  hasContact,
  itemsOf,
  type NoteLook,
  noteWords,
  paperSizes,
  whoToRing,
} from '@/lib/client-note';

export interface NoteSheetProps {
  note: ClientNote;
  look: NoteLook;
  /** What `onFit` last said. */
  isOnePage: boolean;
  /** Told whenever the text begins or ceases to fit on one page. */
  onFit(isOnePage: boolean): void;
}

/** The page as it prints, and all that prints. What to do and by when stands in a frame of its own. */
export function NoteSheet({ note, look, isOnePage, onFit }: NoteSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  useFit(sheet, look.paper, onFit);
  const [agreed, toBring] = [itemsOf(note.agreed), itemsOf(note.toBring)];
  const due = dueInWords(note.due);
  const [caseSign, when, hours] = [note.caseSign.trim(), note.when.trim(), note.hours.trim()];
  return (
    <article
      ref={sheet}
      className={`sheet is-${look.paper} is-${look.print} ${isOnePage ? 'is-one-page' : ''}`}
      lang="pl"
    >
      <div className="sheet-text">
        <div className="sheet-head">
          <p>{note.office.trim()}</p>
          <p>{note.date.trim()}</p>
        </div>
        <h1>{note.matter.trim() || noteWords.title}</h1>
        {caseSign !== '' && (
          <p>
            {noteWords.caseSign}: <strong className="unbroken">{caseSign}</strong>
            <br />
            {noteWords.caseSignUse}
          </p>
        )}
        {agreed.length > 0 && (
          <section>
            <h2>{noteWords.agreed}</h2>
            <Items items={agreed} />
          </section>
        )}
        {(toBring.length > 0 || due !== '') && (
          <div className="sheet-frame">
            {toBring.length > 0 && (
              <section>
                <h2>{noteWords.toBring}</h2>
                <Items items={toBring} />
              </section>
            )}
            {due !== '' && (
              <section>
                <h2>{noteWords.due}</h2>
                <p className="sheet-due">{due}</p>
              </section>
            )}
          </div>
        )}
        {(hasContact(note) || whoToRing(note) !== '') && (
          <section>
            {hasContact(note) && <h2>{noteWords.contact}</h2>}
            {hasContact(note) && <p className="sheet-phone unbroken">{note.phone.trim()}</p>}
            <p>{whoToRing(note)}</p>
            {when !== '' && (
              <p>
                {noteWords.when}: {when}
              </p>
            )}
          </section>
        )}
        {hours !== '' && (
          <p>
            {noteWords.hours}: {hours}
          </p>
        )}
      </div>
    </article>
  );
}

function Items({ items }: { items: string[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may be the same, and none has a state
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

/** A printer may set its lines a hair wider than the screen. */
const spare = 0.985;

/**
 * Whether the text fits on one page, measured at the paper's own size after every change: the preview may be smaller,
 * and its lines break elsewhere.
 */
function useFit(
  sheet: React.RefObject<HTMLElement | null>,
  paper: NoteLook['paper'],
  onFit: (isOnePage: boolean) => void,
): void {
  useLayoutEffect(() => {
    const text = sheet.current?.firstElementChild;
    if (!sheet.current || !(text instanceof HTMLElement)) return;
    const { width, height } = paperSizes[paper];
    sheet.current.style.setProperty('--mm', '1mm');
    const isOnePage = text.offsetHeight <= (text.offsetWidth / width) * height * spare;
    sheet.current.style.removeProperty('--mm');
    onFit(isOnePage);
  });
}
