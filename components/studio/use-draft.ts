import { useCallback, useEffect, useRef, useState } from 'react';
import { begin, change, type History, redo, undo } from '@/lib/draft';
import type { ProfileSource } from '@/lib/profile';

/** A draft as it is kept. */
export interface KeptDraft {
  profile: ProfileSource;
  /** The text it was opened from or last handed out in; null for one that never was in a file. */
  issued: string | null;
}

/** @param mark changes with the same mark that follow one another are one step; without it each is one of its own */
export type Edit = (next: (draft: ProfileSource) => ProfileSource, mark?: string | null) => void;

/** `elsewhere`: another window has written the draft, and this one writes no more. */
type Saving = 'saved' | 'saving' | 'unsaved' | 'elsewhere';

export interface EditedDraft {
  profile: ProfileSource;
  issued: string | null;
  saving: Saving;
  canUndo: boolean;
  canRedo: boolean;
  edit: Edit;
  undo(): void;
  redo(): void;
  /** It is put aside: what has not been kept yet is kept no more. */
  stop(): void;
  /** What was handed out: the draft goes on from its number. */
  setIssued(source: string, seq: number): void;
}

/** The draft in hand: each change is kept at once, and can be taken back. @param isKept whether `first` is kept already */
export function useDraft(
  first: KeptDraft,
  isKept: boolean,
  save: (draft: KeptDraft) => Promise<'saved' | 'elsewhere'>,
): EditedDraft {
  const [history, setHistory] = useState<History<ProfileSource>>(() => begin(first.profile));
  const [issued, setIssuedText] = useState(first.issued);
  const [saving, setSaving] = useState<Saving>(isKept ? 'saved' : 'saving');
  const profile = history.now;

  const kept = useRef(isKept ? first : null);
  const isOver = useRef(false);
  const isWriting = useRef(false);
  const standing = useRef<KeptDraft>(first);
  standing.current = { profile, issued };
  const write = useRef(save);
  write.current = save;

  useEffect(() => {
    const isStanding = () =>
      kept.current?.profile === standing.current.profile && kept.current.issued === standing.current.issued;
    const keep = async () => {
      if (isWriting.current) return;
      isWriting.current = true;
      // Whatever came while the last was being written is written next, as it stands then.
      while (!(isStanding() || isOver.current)) {
        const now = standing.current;
        setSaving('saving');
        const answer = await write.current(now).catch(() => 'unsaved' as const);
        if (answer !== 'saved') {
          setSaving(answer);
          // The next change tries again; in `elsewhere` it is refused again.
          break;
        }
        kept.current = now;
        setSaving('saved');
      }
      isWriting.current = false;
    };
    if (kept.current?.profile !== profile || kept.current.issued !== issued) void keep();
  }, [profile, issued]);

  const edit = useCallback<Edit>((next, mark = null) => {
    setHistory((before) => change(before, next(before.now), mark));
  }, []);
  return {
    profile,
    issued,
    saving,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    stop: useCallback(() => {
      isOver.current = true;
    }, []),
    setIssued: useCallback((source, seq) => {
      setIssuedText(source);
      // No step of its own: a number that was handed out cannot be taken back.
      setHistory(({ past, now, future }) => ({
        past: past.map((one) => ({ ...one, seq })),
        now: { ...now, seq },
        future: future.map((one) => ({ ...one, seq })),
        mark: null,
      }));
    }, []),
  };
}
