import type { ProfileSource } from '@/lib/profile';

/** A file to hand out. */
interface Issue {
  seq: number;
  /** The exact text of the file. */
  source: string;
}

/**
 * What is handed out of a draft. Whoever has the last issue must take this one, so its number is one higher; a draft that
 * was not changed since is the last issue itself, to the letter.
 *
 * @param last the text that was last handed out, or opened; null for a draft that never was in a file
 * @param standing the highest number under which a profile of this id is known, 0 for none: whoever has that one must
 *   take the new one, too
 */
export function issueOf(draft: ProfileSource, last: string | null, standing = 0): Issue {
  if (last !== null && isUnchanged(draft, last)) return { seq: draft.seq, source: last };
  const seq = Math.max(draft.seq, standing) + 1;
  return { seq, source: `${JSON.stringify({ ...draft, seq }, null, 2)}\n` };
}

/** „finansowy-3.json”: a name that every disk takes. */
export function fileNameOf(draft: ProfileSource, seq: number): string {
  return `${draft.id.replace(/[^\p{L}\p{N}._-]/gu, '-') || 'profil'}-${seq}.json`;
}

function isUnchanged(draft: ProfileSource, last: string): boolean {
  try {
    return JSON.stringify(JSON.parse(last.replace(/^\uFEFF/, ''))) === JSON.stringify(draft);
  } catch {
    return false;
  }
}
