/** A text locked by AES-256-GCM: twelve bytes of IV, then what was made of it. */
export type Box = Uint8Array<ArrayBuffer>;

const ivLength = 12;
const algorithm = (place: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  // Bound to its place: moved to another row, it does not open.
  additionalData: new TextEncoder().encode(place),
});

/** A key that no script of ours can read out, for boxes. */
export async function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The key of 32 bytes, which no script can read out of it again. */
export async function keyOf(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Locks bytes into a box that opens in this place only.
 *
 * @param iv twelve random bytes, never used before with this key
 */
export async function shut(
  key: CryptoKey,
  place: string,
  content: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
): Promise<Box> {
  const body = new Uint8Array(await crypto.subtle.encrypt(algorithm(place, iv), key, content));
  const box = new Uint8Array(ivLength + body.length);
  box.set(iv);
  box.set(body, ivLength);
  return box;
}

/** @returns what is in the box; null where it does not open: another key, another place, a damaged box */
export async function open(key: CryptoKey, place: string, box: Box): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const iv = box.slice(0, ivLength);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(place, iv), key, box.subarray(ivLength)));
  } catch {
    return null;
  }
}
