import { type ProfileError, parseProfile, type ReadProfile, rereadProfile } from '@/lib/profile';
import type { TakenLayer } from './shown-profile';

/** A file that a person has chosen, and what may be done with it. */
export type Candidate =
  | { kind: 'unreadable'; fileName: string }
  | { kind: 'bad'; fileName: string; errors: ProfileError[] }
  | {
      kind: 'good';
      fileName: string;
      /** The exact text of the file, a byte order mark included. */
      source: string;
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
    const parsed = parseProfile(bytes, { language });
    if (!parsed.ok) return { kind: 'bad', fileName, errors: parsed.errors };
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const read = rereadProfile(source);
    if (read === null) return { kind: 'unreadable', fileName };
    const layer = parsed.profile.referat === undefined ? 'office' : 'referat';
    return { kind: 'good', fileName, source, read, layer };
  } catch {
    // A folder was dropped, or the file has gone meanwhile.
    return { kind: 'unreadable', fileName };
  }
}
