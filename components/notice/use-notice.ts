import { useCallback, useEffect, useRef, useState } from 'react';
import { isTyping } from '../typing';

/** What was just done, in one sentence, with the way back where there is one. */
export interface Notice {
  text: string;
  undo?(): Promise<Notice | null>;
  /** Milliseconds for which there is a way back; absent where it stays until the next notice. */
  undoFor?: number;
}

/**
 * Runs a piece of work; what it returns is shown, and a failure is told instead. Settles, and never rejects, when the
 * work is over.
 */
export type Perform = (work: () => Promise<Notice | null>) => Promise<void>;

/** How long a sentence without a way back stays, in milliseconds. */
const toldFor = 10_000;

/** One notice at a time; Ctrl+Z takes the last thing back while nobody is typing. @param failed what is said of a failure */
export function useNotice(failed: () => string): {
  notice: Notice | null;
  perform: Perform;
  undo(): void;
  dismiss(): void;
} {
  const [notice, setNotice] = useState<Notice | null>(null);
  const standing = useRef(notice);
  standing.current = notice;
  const say = useRef(failed);
  say.current = failed;

  const perform = useCallback<Perform>(async (work) => {
    try {
      const told = await work();
      if (told !== null) setNotice(told);
    } catch {
      setNotice({ text: say.current() });
    }
  }, []);
  const undo = useCallback(() => {
    const back = standing.current?.undo;
    if (!back) return;
    standing.current = null; // A second press before the next frame must not take it back twice.
    setNotice(null);
    void perform(back);
  }, [perform]);
  const dismiss = useCallback(() => setNotice(null), []);

  useEffect(() => {
    // What can be taken back waits for the clerk, unless it may be kept no longer.
    if (notice === null || (notice.undo && notice.undoFor === undefined)) return;
    const leaving = setTimeout(dismiss, notice.undoFor ?? toldFor);
    return () => clearTimeout(leaving);
  }, [notice, dismiss]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || isTyping(event.target) || !standing.current?.undo) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo]);

  return { notice, perform, undo, dismiss };
}
