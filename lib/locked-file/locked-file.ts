/**
 * A file `*.obok`, version 1:
 *
 * | bytes | what |
 * | --- | --- |
 * | 0–3 | `OBOK` |
 * | 4 | version |
 * | 5–36 | SHA-256 of all that follows: tells a damaged file from a wrong password |
 * | 37–52 | salt of PBKDF2 |
 * | 53–64 | IV of AES-GCM |
 * | 65– | AES-256-GCM of the content; `OBOK`, version and salt are authenticated with it |
 */
const magic = [0x4f, 0x42, 0x4f, 0x4b];
const version = 1;
const at = { version: 4, sum: 5, salt: 37, iv: 53, body: 65 } as const;
/** What OWASP asks of PBKDF2 with SHA-256; a tenth of a second on an office's computer. */
const iterations = 600_000;
const tagLength = 16;
/** What stands round the content, in bytes. */
const round = at.body + tagLength;

/** In characters: shorter ones are guessed. */
export const shortestPassword = 10;

/** What can be told of a file before anybody types a password. */
export type FileFault = 'too-large' | 'not-obok' | 'newer' | 'damaged';

/**
 * Locks a content by a password.
 *
 * @param random gives so many random bytes
 */
export async function lockFile(
  content: Uint8Array<ArrayBuffer>,
  password: string,
  random: (count: number) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [salt, iv] = [random(at.iv - at.salt), random(at.body - at.iv)];
  const key = await keyOf(password, salt);
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(salt) },
    key,
    content,
  );
  const rest = joined(salt, iv, new Uint8Array(body));
  return joined(Uint8Array.of(...magic, version), await sumOf(rest), rest);
}

/**
 * What is wrong with a file, as far as it shows from outside; null where a password may open it.
 *
 * @param most bytes that the content may have
 */
export async function lockedFileFault(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<FileFault | null> {
  if (bytes.length > most + round) return 'too-large';
  if (magic.some((byte, index) => bytes[index] !== byte)) return 'not-obok';
  if ((bytes[at.version] ?? 0) > version) return 'newer';
  if (bytes[at.version] !== version || bytes.length < at.body + tagLength) return 'damaged';
  const sum = await sumOf(bytes.subarray(at.salt));
  return sum.every((byte, index) => byte === bytes[at.sum + index]) ? null : 'damaged';
}

/** @returns the content; a fault of the file, or `wrong-password` */
export async function unlockFile(
  bytes: Uint8Array<ArrayBuffer>,
  password: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | FileFault | 'wrong-password'> {
  const fault = await lockedFileFault(bytes, most);
  if (fault !== null) return fault;
  const salt = bytes.subarray(at.salt, at.iv);
  const key = await keyOf(password, salt);
  try {
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(at.iv, at.body), additionalData: bound(salt) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(at.body)));
  } catch {
    return 'wrong-password';
  }
}

/**
 * Sixteen digits in fours, as on a payment card: easily read out by telephone, and 10 000 000 000 000 000 to guess from.
 * @param random gives so many random bytes
 */
export function proposedPassword(random: (count: number) => Uint8Array): string {
  const digits: number[] = [];
  // A byte from 250 up would make the low digits likelier.
  while (digits.length < 16) for (const byte of random(16)) if (byte < 250) digits.push(byte % 10);
  return digits
    .slice(0, 16)
    .join('')
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** As typed on any keyboard, and with any spaces: a password goes by word of mouth. */
function normal(password: string): string {
  return password.normalize('NFC').replace(/\s+/g, '');
}

/** True where it is as long as it must be, however it is spaced. */
export function isLongEnough(password: string): boolean {
  return normal(password).length >= shortestPassword;
}

/** True where both open the same file. */
export function isSamePassword(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

async function keyOf(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normal(password));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const bound = (salt: Uint8Array) => joined(Uint8Array.of(...magic, version), salt);

async function sumOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
