import { addressOf } from '@/lib/permissions';

/** What an administrator may say of the clerk for her: first run need not ask it. */
interface ClerkFacts {
  office?: string;
  referat?: string;
  phone?: string;
  language?: 'pl' | 'en';
}

/** What an administrator says by the browser's policy (`storage.managed`), checked. */
export interface Policy {
  /** The text of a profile's file, signed or not; for the whole office. */
  officeProfile?: string;
  /** The same, for one referat. */
  referatProfile?: string;
  /** Where on the office's network a profile stands; https, or http on this computer. */
  profileUrl?: string;
  /** Public keys, in base64. Where there is one, no profile is taken from a file or an address without its signature. */
  signingKeys: string[];
  /** Nothing that the clerk writes of a client is kept without a password. */
  requirePassword?: boolean;
  /** What stands until the clerk says otherwise. */
  defaults: ClerkFacts;
  /** What stands whatever the clerk says. */
  enforced: ClerkFacts;
}

/** What is wrong with a policy, and where. */
export interface PolicyFault {
  /** `signingKeys[1]`, `enforced.language`. */
  path: string;
  is:
    | 'unknown'
    | 'not-text'
    | 'not-list'
    | 'not-object'
    | 'too-long'
    | 'empty'
    | 'bad-key'
    | 'bad-address'
    | 'bad-language'
    | 'not-yes-no';
}

export const noPolicy: Policy = { signingKeys: [], defaults: {}, enforced: {} };

const longestText = 120;
/** A signed profile escapes each character at most once; in UTF-16 units. */
const longestProfile = 2 * 256 * 1024 + 1_024;
const mostKeys = 10;

/**
 * Checks what the browser hands over as policy. Never throws: what is right holds, what is wrong is told and left out.
 *
 * Chrome drops what does not fit `public/managed-schema.json` before it gets here; Firefox checks nothing.
 */
export function readPolicy(raw: unknown): { policy: Policy; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const policy: Policy = { ...noPolicy };
  if (!isObject(raw)) return { policy, faults: [{ path: '', is: 'not-object' }] };
  const find = (path: string, is: PolicyFault['is']) => {
    faults.push({ path, is });
    return undefined;
  };

  const textAt = (path: string, value: unknown, longest: number) => {
    if (typeof value !== 'string') return find(path, 'not-text');
    const text = value.trim();
    if (text === '') return find(path, 'empty');
    return text.length > longest ? find(path, 'too-long') : text;
  };
  const factsAt = (path: string, value: unknown): ClerkFacts => {
    if (!isObject(value)) {
      find(path, 'not-object');
      return {};
    }
    const facts: ClerkFacts = {};
    for (const [name, one] of Object.entries(value)) {
      const place = `${path}.${name}`;
      if (name === 'language') {
        if (one === 'pl' || one === 'en') facts.language = one;
        else find(place, 'bad-language');
      } else if (name === 'office' || name === 'referat' || name === 'phone') {
        const text = textAt(place, one, longestText);
        if (text !== undefined) facts[name] = text;
      } else find(place, 'unknown');
    }
    return facts;
  };

  for (const [name, value] of Object.entries(raw)) {
    if (name === 'officeProfile' || name === 'referatProfile') {
      const text = textAt(name, value, longestProfile);
      // To the letter: a signature holds for the very text.
      if (text !== undefined) policy[name] = value as string;
    } else if (name === 'profileUrl') {
      const text = textAt(name, value, 2_000);
      if (text === undefined) continue;
      if (isProfileAddress(text)) policy.profileUrl = text;
      else find(name, 'bad-address');
    } else if (name === 'signingKeys') {
      if (!Array.isArray(value)) find(name, 'not-list');
      else if (value.length > mostKeys) find(name, 'too-long');
      else {
        policy.signingKeys = value.flatMap((key: unknown, index) => {
          if (typeof key === 'string' && isPublicKey(key.trim())) return [key.trim()];
          find(`${name}[${index}]`, 'bad-key');
          return [];
        });
        // All of them misspelt must not mean that any signature will do.
        if (value.length > 0 && policy.signingKeys.length === 0) policy.signingKeys = [unknownKey];
      }
    } else if (name === 'requirePassword') {
      if (typeof value === 'boolean') policy.requirePassword = value;
      else find(name, 'not-yes-no');
    } else if (name === 'defaults' || name === 'enforced') policy[name] = factsAt(name, value);
    else find(name, 'unknown');
  }
  return { policy, faults };
}

/** Fits no signature: 32 bytes that are no point of the curve. */
const unknownKey = '/'.repeat(42).concat('8=');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

/**
 * On the way through http anybody could change a profile; what does not leave the computer, nobody can. `[::1]` cannot be
 * named in the content security policy of Obok's pages.
 */
export function isProfileAddress(text: string): boolean {
  const address = addressOf(text, { hasPorts: true });
  if (typeof address === 'string' || !/^https?:/i.test(text)) return false;
  return !address.isPlain || /^(?:localhost|127\.0\.0\.1)$/.test(new URL(text).hostname);
}
