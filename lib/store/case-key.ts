import type { CaseSign } from '@/lib/page';
import { database } from './database';
import { meanwhile } from './meanwhile';

/** The sign as one text, whatever its spacing, dashes and initials: the same case gives the same text. */
function canonical({ cell, jrwa, subset, number, year }: CaseSign): string {
  return [cell, jrwa, subset ?? '', number, year]
    .map((part) =>
      String(part)
        .normalize('NFC')
        .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
        .replace(/[\u2010-\u2013\u2212]/gu, '-')
        .toUpperCase(),
    )
    .join('.');
}

/**
 * A keyed hash (HMAC-SHA-256) of a case sign. A sign points at a person, so history stores only this; the key never
 * leaves the database and cannot be exported.
 */
export async function caseKeyOf(sign: CaseSign): Promise<string> {
  const [hash = ''] = await keyedHashes([canonical(sign)]);
  return hash;
}

/** Of each text a hash that only this computer can make again. */
export async function keyedHashes(texts: readonly string[]): Promise<string[]> {
  const key = await hashKey();
  return meanwhile(() => Promise.all(texts.map((text) => keyedHash(key, text))));
}

async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return Array.from(new Uint8Array(signature, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function hashKey(): Promise<CryptoKey> {
  const kept = await standingKey();
  if (kept) return kept;
  const made = await meanwhile(() =>
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  );
  // Two contexts may get here at once: the first to write wins, the other takes what stands.
  return database().transaction('rw', database().singles, async () => {
    const standing = await standingKey();
    if (standing) return standing;
    await database().singles.put({ name: 'case-key', value: made });
    return made;
  });
}

/** A damaged one is none: a new one takes its place, and cases met before are new ones. */
async function standingKey(): Promise<CryptoKey | null> {
  const row = await database().singles.get('case-key');
  return row?.name === 'case-key' && row.value instanceof CryptoKey ? row.value : null;
}
