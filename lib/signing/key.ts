import { fromBase64, toBase64 } from './bytes';

const format = 'obok-key/1';
const algorithm = 'Ed25519';
/** OWASP's floor for PBKDF2 with SHA-256 (2023). */
const rounds = 600_000;

export interface SigningKey {
  /** 32 bytes in base64: what an administrator puts into the policy. */
  publicKey: string;
  /** Cannot be read out, only used. */
  privateKey: CryptoKey;
}

/** A key as the lead keeps it: useless without the passphrase. */
export interface LockedKey {
  format: typeof format;
  publicKey: string;
  /** PBKDF2-SHA-256. */
  salt: string;
  rounds: number;
  /** AES-256-GCM over the private key in PKCS #8, with the public key as additional data. */
  iv: string;
  locked: string;
}

/** Makes a key and locks it with a passphrase. */
export async function makeKey(passphrase: string): Promise<{ key: SigningKey; locked: LockedKey }> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = toBase64(await crypto.subtle.exportKey('raw', pair.publicKey));
  const bytes = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const locked = await lockKey(bytes, publicKey, passphrase);
  const privateKey = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  return { key: { publicKey, privateKey }, locked };
}

/** Locks the bytes of a private key (PKCS #8). */
async function lockKey(bytes: ArrayBuffer, publicKey: string, passphrase: string): Promise<LockedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(passphrase, salt, rounds);
  const locked = await crypto.subtle.encrypt(gcm(iv, publicKey), lock, bytes);
  return {
    format,
    publicKey,
    salt: toBase64(salt),
    rounds,
    iv: toBase64(iv),
    locked: toBase64(locked),
  };
}

/** @returns null where the passphrase is another one, or the key was changed since it was locked */
export async function openKey(locked: LockedKey, passphrase: string): Promise<SigningKey | null> {
  try {
    const lock = await lockOf(passphrase, fromBase64(locked.salt), locked.rounds);
    const bytes = await crypto.subtle.decrypt(
      gcm(fromBase64(locked.iv), locked.publicKey),
      lock,
      fromBase64(locked.locked),
    );
    const privateKey = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
    return { publicKey: locked.publicKey, privateKey };
  } catch {
    return null;
  }
}

function gcm(iv: Uint8Array<ArrayBuffer>, publicKey: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(publicKey) };
}

async function lockOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Reads a key's file. @returns null where it is none */
export function readLockedKey(text: string): LockedKey | null {
  try {
    const raw: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof raw !== 'object' || raw === null) return null;
    const { format: own, publicKey, salt, rounds: times, iv, locked } = raw as Record<string, unknown>;
    const isWhole = [publicKey, salt, iv, locked].every(
      (part) => typeof part === 'string' && /^[A-Za-z0-9+/]{16,400}={0,2}$/.test(part),
    );
    // Fewer rounds would be a weaker lock than this one makes; many more would never end.
    const isSlow = typeof times === 'number' && times >= rounds && times <= 10 * rounds;
    return own === format && isWhole && isSlow ? (raw as LockedKey) : null;
  } catch {
    return null;
  }
}
