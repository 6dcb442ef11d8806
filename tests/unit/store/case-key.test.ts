import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { emptyStore } from './empty-store';

const sign = { raw: 'FN.3120.5.2026.AN', cell: 'FN', jrwa: '3120', number: 5, year: 2026, initials: 'AN' };

it('The same case has the same key, however its sign was written', async () => {
  const { caseKeyOf } = await emptyStore();
  const key = await caseKeyOf(sign);
  const { initials: _, ...bare } = sign;
  const written = [
    { ...bare, raw: 'FN. 3120. 5. 2026' },
    { ...bare, raw: 'FN 3120 5 2026' },
    { ...sign, cell: 'fn' },
    { ...sign, cell: ' FN ' },
    { ...sign, initials: 'JK2' },
  ];
  for (const variant of written) expect(await caseKeyOf(variant)).toBe(key);
  const polish = { ...sign, cell: 'OŚ' };
  expect(await caseKeyOf({ ...polish, cell: 'OŚ'.normalize('NFD') })).toBe(await caseKeyOf(polish));
  // Word processors put other dashes in.
  const joined = { ...sign, cell: 'AM-WZ' };
  for (const cell of ['AM\u2011WZ', 'AM–WZ', 'AM−WZ', 'A\u00adM-WZ'])
    expect(await caseKeyOf({ ...joined, cell })).toBe(await caseKeyOf(joined));
});

it('Another case has another key', async () => {
  const { caseKeyOf } = await emptyStore();
  const others = [
    sign,
    { ...sign, number: 6 },
    { ...sign, year: 2025 },
    { ...sign, jrwa: '3121' },
    { ...sign, cell: 'OR' },
    { ...sign, subset: '2' },
  ];
  const keys = await Promise.all(others.map(caseKeyOf));
  expect(new Set(keys).size).toBe(others.length);
});

it('The key stays the same when the extension starts again', async () => {
  const { caseKeyOf } = await emptyStore();
  const key = await caseKeyOf(sign);
  vi.resetModules();
  const again = await import('@/lib/store');
  expect(await again.caseKeyOf(sign)).toBe(key);
});

it('Two contexts that ask first at once get one key', async () => {
  const { caseKeyOf } = await emptyStore();
  const keys = await Promise.all([caseKeyOf(sign), caseKeyOf(sign), caseKeyOf(sign)]);
  expect(new Set(keys).size).toBe(1);
});

it('The key differs on every computer and shows nothing of the sign', async () => {
  const keys: string[] = [];
  for (let computer = 0; computer < 3; computer += 1) {
    const { caseKeyOf } = await emptyStore();
    keys.push(await caseKeyOf(sign));
  }
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{24}$/);
});

it('The secret behind the keys cannot be taken out', async () => {
  const { caseKeyOf } = await emptyStore();
  await caseKeyOf(sign);
  const kept = await new Dexie('obok').open().then((opened) => opened.table('singles').get('case-key'));
  expect(kept.value).toBeInstanceOf(CryptoKey);
  await expect(crypto.subtle.exportKey('raw', kept.value)).rejects.toThrow(/extractable/);
});

it('A damaged secret stops nothing: a new one takes its place', async () => {
  const { caseKeyOf } = await emptyStore();
  const key = await caseKeyOf(sign);
  const raw = await new Dexie('obok').open();
  await raw.table('singles').put({ name: 'case-key', value: 'damaged' });
  raw.close();
  const next = await caseKeyOf(sign);
  expect(next).not.toBe(key);
  expect(await caseKeyOf(sign)).toBe(next);
});
