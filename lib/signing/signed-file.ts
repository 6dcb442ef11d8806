import { fromBase64, toBase64 } from './bytes';

const format = 'obok-signed/1';
const algorithm = 'Ed25519';

/** Who vouches for a profile, and for which very bytes. */
export interface Signature {
  /** The public key, 32 bytes, in base64. */
  key: string;
  /** Ed25519 (RFC 8032) over the profile's text in UTF-8, 64 bytes, in base64. */
  value: string;
}

/**
 * `unsigned`: a profile as it is. `signed`: the signature holds for `source`. `forged`: it does not, so that somebody has
 * changed the profile or the key since. `damaged`: meant as a signed file, but not one.
 */
export type Opened =
  | { kind: 'unsigned'; source: string }
  | { kind: 'signed'; source: string; signature: Signature }
  | { kind: 'forged' }
  | { kind: 'damaged' };

/** The profile's text may double where each character is escaped, and no signed file is longer than that; in UTF-16 units. */
const longest = 2 * 256 * 1024 + 1_024;

/**
 * Takes a profile out of its signed file and checks the signature. A file that is not signed is given back as it came:
 * whether it is a profile at all, `parseProfile` tells.
 *
 * @param text the exact text of the file
 */
export async function openSigned(text: string): Promise<Opened> {
  if (!/^\uFEFF?\s*\{\s*"format"\s*:\s*"obok-signed\//.test(text)) return { kind: 'unsigned', source: text };
  if (text.length > longest) return { kind: 'damaged' };
  try {
    const file: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isSignedFile(file)) return { kind: 'damaged' };
    const key = await crypto.subtle.importKey('raw', fromBase64(file.key), algorithm, false, ['verify']);
    const bytes = new TextEncoder().encode(file.profile);
    const holds = await crypto.subtle.verify(algorithm, key, fromBase64(file.signature), bytes);
    if (!holds) return { kind: 'forged' };
    return { kind: 'signed', source: file.profile, signature: { key: file.key, value: file.signature } };
  } catch {
    return { kind: 'damaged' };
  }
}

interface SignedFile {
  format: typeof format;
  key: string;
  signature: string;
  profile: string;
}

function isSignedFile(file: unknown): file is SignedFile {
  if (typeof file !== 'object' || file === null) return false;
  const { format: own, key, signature, profile } = file as Record<string, unknown>;
  return own === format && [key, signature, profile].every((part) => typeof part === 'string');
}

/** The text of a signed file: the profile word for word, and who vouches for it. */
export function sealSigned(source: string, { key, value }: Signature): string {
  return `${JSON.stringify({ format, key, signature: value, profile: source } satisfies SignedFile, null, 2)}\n`;
}

/**
 * Signs a profile.
 *
 * @param source the exact text that is handed out; not a character of it may change afterwards
 */
export async function signProfile(
  source: string,
  { publicKey, privateKey }: { publicKey: string; privateKey: CryptoKey },
): Promise<Signature> {
  const value = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(source));
  return { key: publicKey, value: toBase64(value) };
}

/**
 * A short name by which two people can compare a key over the telephone: „3F1A 09C2 77D4 E01B”, the first eight bytes of
 * the SHA-256 of the public key.
 */
export async function keyName(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(key)));
  const hex = Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return (hex.join('').toUpperCase().match(/.{4}/g) ?? []).join(' ');
}
