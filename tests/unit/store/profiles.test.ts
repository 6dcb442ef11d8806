import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKey, sealSigned, signProfile } from '@/lib/signing';
import { emptyStore } from './empty-store';

const nine = new Date('2026-11-24T09:00:00+01:00');
const ten = new Date('2026-11-24T10:00:00+01:00');
const file = { kind: 'file', name: 'urzad.json' } as const;
const profile = (more: object = {}) =>
  JSON.stringify({ format: 'obok-profile/1', id: 'urzad', seq: 3, name: 'Urząd', ...more }, null, 2);
const [office, referat] = [
  profile({ introduction: '{urząd}, mówi {imię i nazwisko}', callbacks: { promptly: 30 } }),
  profile({ id: 'finansowy', referat: { name: 'Referat Finansowy' } }),
];

let store: Awaited<ReturnType<typeof emptyStore>>;
let base: Awaited<ReturnType<(typeof store)['readProfile']>>;
beforeEach(async () => {
  store = await emptyStore();
  base = (await import('@/lib/profile')).baseProfile();
});

/** As a later version of the extension, or a broken disk, may find it. */
async function write(value: unknown) {
  await store.readProfile();
  const opened = await new Dexie('obok').open();
  await opened.table('singles').put({ name: 'profiles', value });
  opened.close();
}

describe('The profile in force', () => {
  it('is the shipped one until another is taken', async () => {
    expect(await store.readProfile()).toBe(base);
    expect(await store.readTakenProfiles()).toEqual([]);
  });

  it('is the office’s over the shipped one, and the referat’s over both', async () => {
    await store.takeProfile('referat', referat, file, nine);
    await store.takeProfile('office', office, file, ten);
    const inForce = await store.readProfile();
    expect(inForce).toMatchObject({
      id: 'finansowy',
      introduction: '{urząd}, mówi {imię i nazwisko}',
      referat: { name: 'Referat Finansowy' },
      callbacks: { promptly: 30, retention: 14 },
    });
    expect(inForce.reminders).toEqual(base.reminders);
    expect((await store.readTakenProfiles()).map(({ taken }) => taken.layer)).toEqual(['office', 'referat']);
  });

  it('is the same object until a profile changes, so that no screen is drawn anew for nothing', async () => {
    await store.takeProfile('office', office, file, nine);
    const before = await store.readProfile();
    await store.saveClerk({ name: 'Anna Nowak' });
    expect(await store.readProfile()).toBe(before);
    await store.dropProfile('office');
    expect(await store.readProfile()).not.toBe(before);
  });

  it('is found again when the extension starts again, to the letter of its file', async () => {
    const marked = `\uFEFF${office}\r\n`;
    await store.takeProfile('office', marked, file, nine);
    vi.resetModules();
    const again = await import('@/lib/store');
    expect((await again.readProfile()).callbacks.promptly).toBe(30);
    expect((await again.readTakenProfiles())[0]?.taken).toEqual({
      layer: 'office',
      source: marked,
      takenAt: nine.getTime(),
      from: file,
    });
  });

  it('is heard of by a screen that watches', async () => {
    const stop = new AbortController();
    const heard: (string | undefined)[] = [];
    await new Promise<void>((resolve, reject) => {
      store.watchStore(
        store.readProfile,
        ({ id }) => {
          heard.push(id);
          if (heard.length === 1) void store.takeProfile('office', office, file, nine);
          if (id === 'urzad') resolve();
        },
        reject,
        stop.signal,
      );
    });
    stop.abort();
    expect(heard.at(-1)).toBe('urzad');
  });
});

describe('A worse profile never replaces a good one:', () => {
  beforeEach(() => store.takeProfile('office', office, file, nine));
  const standing = async () => (await store.readTakenProfiles()).map(({ taken }) => taken.source);

  it('not one with a mistake in it', async () => {
    expect(await store.takeProfile('office', profile({ seq: 4, reminder: [] }), file, ten)).toMatchObject({
      ok: false,
      reason: 'bad',
      errors: [{ path: 'reminder' }],
    });
    expect(await standing()).toEqual([office]);
  });

  it('not one with a lower number, in whichever layer', async () => {
    for (const layer of ['office', 'referat'] as const) {
      expect(await store.takeProfile(layer, profile({ seq: 2 }), file, ten)).toEqual({
        ok: false,
        reason: 'lower-seq',
        standing: 3,
      });
    }
    expect(await standing()).toEqual([office]);
  });

  it('not one that was changed since it was signed, nor half of one', async () => {
    const { key } = await makeKey('hasło');
    const source = profile({ seq: 4 });
    const signed = sealSigned(source, await signProfile(source, key));
    expect(await store.takeProfile('office', signed.replace('seq\\": 4', 'seq\\": 9'), file, ten)).toEqual({
      ok: false,
      reason: 'forged',
    });
    expect(await store.takeProfile('office', signed.slice(0, -9), file, ten)).toEqual({
      ok: false,
      reason: 'damaged',
    });
    expect(await standing()).toEqual([office]);
    expect(await store.takeProfile('office', signed, file, ten)).toMatchObject({
      ok: true,
      taken: { source, signature: { key: key.publicKey } },
    });
  });

  it('not one whose last day is over in Warsaw, though it may not be over in Greenwich', async () => {
    const source = profile({ seq: 4, validUntil: '2026-11-24' });
    const [evening, night] = [new Date('2026-11-24T23:59:00+01:00'), new Date('2026-11-25T00:01:00+01:00')];
    expect(await store.takeProfile('office', source, file, night)).toEqual({
      ok: false,
      reason: 'expired',
      day: '2026-11-24',
    });
    expect(await store.takeProfile('office', source, file, evening)).toMatchObject({ ok: true });
  });

  it('none that another key has signed, where the administrator names keys, and none in his place', async () => {
    const [own, other] = [await makeKey('a'), await makeKey('b')];
    const source = profile({ seq: 4 });
    const signedBy = async ({ key }: typeof own) => sealSigned(source, await signProfile(source, key));
    await store.keepPolicy({ signingKeys: [own.key.publicKey] }, nine);
    for (const bad of [source, await signedBy(other)]) {
      expect(await store.takeProfile('office', bad, file, ten)).toEqual({ ok: false, reason: 'untrusted' });
    }
    expect(await store.takeProfile('office', await signedBy(own), file, ten)).toMatchObject({ ok: true });
    await store.keepPolicy({ officeProfile: source }, nine);
    expect(await store.takeProfile('office', source, file, ten)).toEqual({ ok: false, reason: 'policy' });
    expect(await store.takeProfile('office', source, { kind: 'policy' }, ten)).toMatchObject({ ok: true });
  });

  it('but one with the same number or a higher, or of another id, does', async () => {
    for (const more of [{ seq: 3 }, { seq: 4 }, { id: 'inny', seq: 0 }]) {
      const source = profile(more);
      expect(await store.takeProfile('office', source, file, ten)).toMatchObject({ ok: true });
      expect(await standing()).toEqual([source]);
    }
  });
});

describe('Taking and dropping', () => {
  it('can be taken back', async () => {
    const first = await store.takeProfile('office', office, file, nine);
    if (!first.ok) throw new Error('not taken');
    expect(first.before).toBeNull();
    const second = await store.takeProfile('office', profile({ seq: 4 }), file, ten);
    if (!second.ok) throw new Error('not taken');
    expect(second.before).toEqual(first.taken);
    expect(await store.putBackProfile('office', second.before, second.taken)).toBe(true);
    expect((await store.readTakenProfiles())[0]?.taken).toEqual(first.taken);

    const dropped = await store.dropProfile('office');
    expect(await store.readProfile()).toMatchObject({ id: base.id });
    expect(await store.putBackProfile('office', dropped, null)).toBe(true);
    expect((await store.readProfile()).callbacks.promptly).toBe(30);
  });

  it('is not taken back over what was taken meanwhile', async () => {
    const first = await store.takeProfile('office', office, file, nine);
    if (!first.ok) throw new Error('not taken');
    await store.takeProfile('office', profile({ seq: 5 }), file, ten);
    expect(await store.putBackProfile('office', null, first.taken)).toBe(false);
    expect((await store.readProfile()).seq).toBe(5);
  });

  it('of both layers at once leaves both', async () => {
    await Promise.all([
      store.takeProfile('office', office, file, nine),
      store.takeProfile('referat', referat, file, nine),
    ]);
    expect(await store.readTakenProfiles()).toHaveLength(2);
  });

  it('is undone by erasing everything', async () => {
    await store.takeProfile('office', office, file, nine);
    await store.eraseEverything();
    expect(await store.readTakenProfiles()).toEqual([]);
    expect(await store.readProfile()).toMatchObject({ id: base.id, seq: base.seq });
  });
});

describe('A profile that no longer reads', () => {
  const old = JSON.stringify({ format: 'obok-profile/0', id: 'urzad', seq: 9, name: 'Urząd' });
  const kept = { layer: 'office', source: old, takenAt: nine.getTime(), from: file };

  it('is set aside with its text, while the others and the base go on', async () => {
    await write([kept, { ...kept, layer: 'referat', source: referat }]);
    expect(await store.readProfile()).toMatchObject({ id: 'finansowy', reminders: base.reminders });
    expect((await store.readTakenProfiles())[0]).toEqual({ taken: kept, read: null });
  });

  it('gives way to a good one, and comes back with „Cofnij”', async () => {
    await write([kept]);
    const taking = await store.takeProfile('office', office, file, ten);
    if (!taking.ok) throw new Error('not taken');
    expect(await store.putBackProfile('office', taking.before, taking.taken)).toBe(true);
    expect((await store.readTakenProfiles())[0]?.taken.source).toBe(old);
  });
});
