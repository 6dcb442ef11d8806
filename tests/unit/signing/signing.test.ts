import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  keyName,
  type LockedKey,
  makeKey,
  openKey,
  openSigned,
  readLockedKey,
  type SigningKey,
  sealSigned,
  signProfile,
} from '@/lib/signing';

const passphrase = 'Zażółć gęślą jaźń 7';
let key: SigningKey;
let locked: LockedKey;
beforeAll(async () => {
  ({ key, locked } = await makeKey(passphrase));
});
const sealed = async (source: string) => sealSigned(source, await signProfile(source, key));

describe('A signed profile', () => {
  it('opens to the very text that was signed, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        // A lone surrogate has no UTF-8; a profile that holds one is refused before it is signed.
        const source = text.toWellFormed();
        expect(await openSigned(await sealed(source))).toMatchObject({ kind: 'signed', source });
      }),
      { numRuns: 100, seed: 20261127 },
    );
  });

  it('is forged once a single character of it is another one', async () => {
    const file = await sealed('{"seq": 3, "name": "Urząd"}');
    expect(await openSigned(file.replace('seq\\": 3', 'seq\\": 4'))).toEqual({ kind: 'forged' });
    const other = (await makeKey('inne')).key.publicKey;
    expect(await openSigned(file.replace(key.publicKey, other))).toEqual({ kind: 'forged' });
  });

  it('is damaged where a part is missing, is no base64, or another format is named', async () => {
    const file = await sealed('{}');
    const parts = JSON.parse(file);
    for (const bad of [
      file.slice(0, -10),
      JSON.stringify({ ...parts, key: '§§§' }),
      JSON.stringify({ ...parts, key: 'AAAA' }),
      JSON.stringify({ ...parts, signature: 7 }),
      JSON.stringify({ ...parts, profile: undefined }),
      JSON.stringify({ ...parts, format: 'obok-signed/9' }),
      `${file.slice(0, -3)}, "more": "${'x'.repeat(600_000)}"}`,
    ])
      expect(await openSigned(bad)).toEqual({ kind: 'damaged' });
  });

  it('bears a byte order mark, which editors put before a file', async () => {
    expect(await openSigned(`\uFEFF${await sealed('{}')}`)).toMatchObject({ kind: 'signed', source: '{}' });
  });

  it('is not looked for in a profile that is not signed', async () => {
    for (const source of ['{"format": "obok-profile/1"}', '', 'to nie jest profil', '[]'])
      expect(await openSigned(source)).toEqual({ kind: 'unsigned', source });
  });
});

describe('A signing key', () => {
  it('opens with its passphrase, however that was composed, and with no other', async () => {
    expect((await openKey(locked, passphrase.normalize('NFD')))?.publicKey).toBe(key.publicKey);
    expect(await openKey(locked, 'zażółć gęślą jaźń 7')).toBeNull();
    expect(
      await openKey({ ...locked, publicKey: (await makeKey('x')).key.publicKey }, passphrase),
    ).toBeNull();
  });

  it('signs after it was opened as before, and cannot be read out', async () => {
    const opened = await openKey(locked, passphrase);
    if (!opened) throw new Error('The key stayed shut.');
    const source = '{"seq": 1}';
    // Ed25519 has no chance in it: the same key and text give the same signature.
    expect(await signProfile(source, opened)).toEqual(await signProfile(source, key));
    await expect(crypto.subtle.exportKey('pkcs8', opened.privateKey)).rejects.toThrow();
  });

  it('comes back from its file, and nothing else does', async () => {
    expect(readLockedKey(`\uFEFF${JSON.stringify(locked, null, 2)}\n`)).toEqual(locked);
    for (const bad of ['', '[]', 'null', '{}', JSON.stringify({ ...locked, rounds: 1_000 })])
      expect(readLockedKey(bad)).toBeNull();
    for (const part of ['publicKey', 'salt', 'iv', 'locked', 'format'])
      expect(readLockedKey(JSON.stringify({ ...locked, [part]: 7 }))).toBeNull();
  });

  it('has a name that two people can compare', async () => {
    expect(await keyName('AAAA')).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    expect(await keyName('AAAA')).not.toBe(await keyName('AAAB'));
  });
});
