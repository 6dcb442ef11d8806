import { type ProfileError, parseProfile, type ReadProfile, rereadProfile } from '@/lib/profile';
import { openSigned, type Signature } from '@/lib/signing';
import type { TakenLayer } from './shown-profile';

/** A file that a person has chosen, and what may be done with it. */
export type Candidate =
  | { kind: 'unreadable'; fileName: string }
  | { kind: 'bad'; fileName: string; errors: ProfileError[] }
  | { kind: 'forged' | 'damaged'; fileName: string }
  | {
      kind: 'good';
      fileName: string;
      /** The exact text of the file, a byte order mark and a signature included. */
      file: string;
      /** Who vouches for it; null where nobody does. */
      signature: Signature | null;
      read: ReadProfile;
      /** By what the file says: one that names a referat is that referat's. */
      layer: TakenLayer;
    };

/** Nobody waits for a film to be read to hear that it is no profile; in bytes. */
const most = 16 * 1024 * 1024;

/** Reads a file that was chosen or dropped. Never rejects. */
export async function readCandidate(file: File, language: 'pl' | 'en'): Promise<Candidate> {
  const fileName = file.name;
  try {
    const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
    const text = textOf(bytes);
    const opened = text === null ? null : await openSigned(text);
    if (opened?.kind === 'forged' || opened?.kind === 'damaged') return { kind: opened.kind, fileName };
    // What is no text is told as such by the parser.
    const parsed = parseProfile(opened?.source ?? bytes, { language });
    if (!parsed.ok) return { kind: 'bad', fileName, errors: parsed.errors };
    const read = opened && rereadProfile(opened.source);
    if (!opened || !read || text === null) return { kind: 'unreadable', fileName };
    const layer = parsed.profile.referat === undefined ? 'office' : 'referat';
    const signature = opened.kind === 'signed' ? opened.signature : null;
    return { kind: 'good', fileName, file: text, signature, read, layer };
  } catch {
    // A folder was dropped, or the file has gone meanwhile.
    return { kind: 'unreadable', fileName };
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
