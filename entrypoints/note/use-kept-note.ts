import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { NoteAddress, NoteContact, NoteEdits, NoteLook } from '@/lib/client-note';
import type { PageContext } from '@/lib/page';
import { changeNote, readNote, readNoteLook, readTabContext, saveNoteLook, watchNote } from '@/lib/store';

/** What the browser keeps of the note in memory. */
interface Kept {
  contacts: NoteContact[];
  edits: NoteEdits;
  look: NoteLook;
  /** The page beside as it stood when the note was opened: turning to another case must not change the note. */
  context: PageContext | null;
}

export interface KeptNote extends Kept {
  /** False where the browser keeps nothing any more: what is on the screen is all there is. */
  isKept: boolean;
  /** Puts the given fields over the others. */
  edit(edits: NoteEdits): void;
  /** Puts the given fields in place of all others. */
  replace(edits: NoteEdits): void;
  choose(look: NoteLook): void;
}

const nothing: Kept = { contacts: [], edits: {}, look: { paper: 'a4', print: 'normal' }, context: null };

/** The note as it is being written; null until it was read. */
export function useKeptNote({ encounterId, tabId }: NoteAddress): KeptNote | null {
  const [kept, setKept] = useState<Kept | null>(null);
  const [isKept, setIsKept] = useState(true);
  const change = useCallback((parts: Partial<Kept>) => setKept((now) => now && { ...now, ...parts }), []);

  useEffect(() => {
    const stop = new AbortController();
    const lost = () => {
      if (stop.signal.aborted) return;
      setIsKept(false);
      setKept((now) => now ?? nothing);
    };
    takeUp({ encounterId, tabId }).then((read) => stop.signal.aborted || setKept(read), lost);
    // A colleague's number may be given while the note is open.
    const onChanged = () =>
      void readNote(encounterId).then(({ contacts }) => stop.signal.aborted || change({ contacts }), lost);
    watchNote(encounterId, onChanged, stop.signal);
    return () => stop.abort();
  }, [encounterId, tabId, change]);

  // A quick typist is ahead of the browser: whatever waits its turn writes what stands by then.
  const latest = useRef<NoteEdits>({});
  const isWaiting = useRef(false);
  const fail = () => setIsKept(false);
  const write = (edits: NoteEdits) => {
    change({ edits });
    latest.current = edits;
    if (isWaiting.current) return;
    isWaiting.current = true;
    changeNote(encounterId, (note) => {
      isWaiting.current = false;
      return { ...note, edits: latest.current };
    }).catch(() => {
      isWaiting.current = false;
      fail();
    });
  };
  if (kept === null) return null;
  return {
    ...kept,
    isKept,
    edit: (edits) => write({ ...kept.edits, ...edits }),
    replace: write,
    choose: (look) => {
      change({ look });
      saveNoteLook(look).catch(fail);
    },
  };
}

/** Opens the note where it was left; the case sign of the page beside is put into it once. */
async function takeUp({ encounterId, tabId }: NoteAddress): Promise<Kept> {
  const [look, beside, tab] = await Promise.all([
    readNoteLook(),
    tabId === null ? null : readTabContext(tabId),
    browser.tabs.getCurrent(),
  ]);
  const context = beside?.context ?? null;
  const sign = context?.caseInHand?.raw;
  await changeNote(encounterId, (note) => {
    // Without a service: what another tab left behind was somebody else's.
    const isMine = encounterId !== null || note.tabId === tab?.id;
    return {
      ...note,
      edits: { ...(sign === undefined ? {} : { caseSign: sign }), ...(isMine ? note.edits : {}) },
      ...(encounterId === null ? { tabId: tab?.id } : {}),
    };
  });
  const { contacts, edits } = await readNote(encounterId);
  return { contacts, edits, look, context };
}
