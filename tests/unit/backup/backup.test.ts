import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Backup,
  backupName,
  isBackupDue,
  makeBackup,
  openBackup,
  planRestore,
  writtenBy,
} from '@/lib/backup';
import { isSettled } from '@/lib/callbacks';
import { handOverOf, sealFile } from '@/lib/hand-over';
import { lockFile } from '@/lib/locked-file';
import type { KeptData } from '@/lib/store';
import { promise, tuesday } from '../callbacks/promises';
import { anyDesk, fullDesk } from './kept';

const password = 'cztery słowa do kopii';
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const never = { callbacks: 0, encounters: 0, history: 0 };
const terms = { madeAt: tuesday.getTime(), now: tuesday, marks: new Map() };
const empty: KeptData = { callbacks: [], encounters: [], history: [], singles: {} };

const made = async (kept: KeptData) => {
  const bytes = await makeBackup(kept, password, tuesday, random);
  if (!bytes) throw new Error('It was not made.');
  return bytes;
};
const opened = async (bytes: Uint8Array<ArrayBuffer>): Promise<Backup> => {
  const copy = await openBackup(bytes, password);
  if (typeof copy === 'string') throw new Error(`It was not opened: ${copy}`);
  return copy;
};
const locked = (content: unknown) =>
  lockFile(new TextEncoder().encode(JSON.stringify(content)), password, random);
/** The desk after restoring, as the store would have it. */
const restored = (copy: KeptData, standing: KeptData): KeptData => {
  const plan = planRestore(copy, standing, never, terms);
  const over = <Row extends { id: string }>(rows: Row[], next: Row[]) => [
    ...new Map([...rows, ...next].map((row) => [row.id, row])).values(),
  ];
  return {
    callbacks: over(standing.callbacks, plan.callbacks),
    encounters: over(standing.encounters, plan.encounters),
    history: [...standing.history, ...plan.history],
    singles: { ...standing.singles, ...plan.singles },
  };
};

describe('A copy', () => {
  let bytes: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    bytes = await made(fullDesk());
  });

  it('gives back all that was put into it, of any desk', { timeout: 300_000 }, async () => {
    expect(await opened(bytes)).toEqual({ madeAt: tuesday.getTime(), kept: fullDesk(), setAside: 0 });
    await fc.assert(
      fc.asyncProperty(anyDesk, async (desk) => {
        expect(await opened(await made(desk))).toEqual({
          madeAt: tuesday.getTime(),
          kept: desk,
          setAside: 0,
        });
      }),
      { numRuns: 15 },
    );
  });

  it('made by format 1 opens in every later version', async () => {
    const file = new Uint8Array(await readFile('tests/fixtures/backup/obok-backup-1.obok'));
    expect(await opened(file)).toEqual({ madeAt: tuesday.getTime(), kept: fullDesk(), setAside: 0 });
  });

  it('has a name that tells the day and nobody', () => {
    expect(backupName(tuesday)).toBe('obok-kopia-2026-11-24.obok');
  });

  it('cannot be read without the password, and tells what is wrong with it', async () => {
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Kowalska|600123456|obok-backup/);
    expect(await openBackup(bytes, 'inne słowa do kopii')).toBe('wrong-password');
    for (const at of [5, 40, 55, 70, bytes.length - 1]) {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect([at, await openBackup(other, password)]).toEqual([at, 'damaged']);
      // As somebody does who knows the format: the sum is right again.
      other.set(new Uint8Array(await crypto.subtle.digest('SHA-256', other.subarray(37))), 5);
      expect([at, await openBackup(other, password)]).toEqual([
        at,
        at === 5 ? expect.anything() : 'wrong-password',
      ]);
    }
    expect(await openBackup(new TextEncoder().encode('%PDF'), password)).toBe('not-obok');
    expect(await openBackup(await locked({ format: 'obok-backup/2' }), password)).toBe('newer');
    expect(await openBackup(await locked({ format: 'obok-backup/1' }), password)).toBe('unknown-content');
    expect(await openBackup(await locked([]), password)).toBe('unknown-content');
    const given = handOverOf([promise()], { from: '', to: 'Jan Lis', now: tuesday });
    const sealing = await sealFile(given, password, random);
    expect(sealing.ok && (await openBackup(sealing.bytes, password))).toBe('hand-over');
  });

  it('sets damaged rows aside, counts them, and reads the others', async () => {
    const desk = fullDesk();
    const content = {
      format: 'obok-backup/1',
      madeAt: tuesday.getTime(),
      ...desk,
      callbacks: [...desk.callbacks, null, { ...promise(), due: 'jutro' }, { ...promise(), state: 'lost' }],
      singles: { ...desk.singles, clerk: { language: 'de' }, 'case-key': {}, policy: {}, constructor: {} },
    };
    const { clerk: _, ...rest } = desk.singles;
    expect(await opened(await locked(content))).toEqual({
      madeAt: tuesday.getTime(),
      kept: { ...desk, singles: rest },
      setAside: 7,
    });
  });

  it('holds nothing that is true of this minute only', async () => {
    const { kept } = await opened(
      await made({
        ...empty,
        callbacks: [promise({ telling: 'n' })],
        encounters: [{ id: 'runs', channel: 'desk', moment: 'greeting', startedAt: 1 }],
        singles: { switches: { reminders: [], systems: [], addresses: [], quiet: true } },
      }),
    );
    expect(kept.callbacks).toEqual([promise()]);
    expect(kept.encounters).toEqual([]);
    expect(kept.singles.switches?.quiet).toBe(false);
  });
});

describe('Restoring', () => {
  it('onto an empty desk brings everything, and again changes nothing', () => {
    const plan = planRestore(fullDesk(), empty, never, terms);
    expect(writtenBy(plan.counts)).toBe(15);
    const { profiles, ...singles } = fullDesk().singles;
    expect(plan).toMatchObject({ ...fullDesk(), singles, profiles });
    expect(writtenBy(planRestore(fullDesk(), fullDesk(), never, terms).counts)).toBe(0);
  });

  it('of any copy onto any desk loses and doubles nothing, leaves settled what is settled, and is done once', () => {
    fc.assert(
      fc.property(anyDesk, anyDesk, (copy, standing) => {
        const after = restored(copy, standing);
        const ids = new Set([...copy.callbacks, ...standing.callbacks].map(({ id }) => id));
        expect(after.callbacks.map(({ id }) => id).sort()).toEqual([...ids].sort());
        const events = new Set([...copy.history, ...standing.history].map((one) => JSON.stringify(one)));
        expect(after.history.length).toBe(events.size);
        for (const own of standing.callbacks.filter(isSettled)) {
          expect(after.callbacks.find(({ id }) => id === own.id)).toSatisfy(isSettled);
        }
        expect(writtenBy(planRestore(copy, after, never, terms).counts)).toBe(0);
        expect(restored(copy, after)).toEqual(after);
      }),
    );
  });

  it('takes the promise that changed later, and of two that changed at once the one here', () => {
    const here = promise({ note: 'tutaj' });
    const plan = (there: object, own: object = {}) =>
      planRestore(
        { ...empty, callbacks: [{ ...here, note: 'w kopii', ...there }] },
        { ...empty, callbacks: [{ ...here, ...own }] },
        never,
        terms,
      ).callbacks.map(({ note }) => note);
    const later = tuesday.getTime() + 1;
    expect(plan({})).toEqual([]);
    expect(plan({ agreedAt: later })).toEqual(['w kopii']);
    expect(plan({ agreedAt: later }, { agreedAt: later + 1 })).toEqual([]);
    expect(plan({ agreedAt: later }, { state: 'kept', settledAt: later - 1 })).toEqual([]);
  });

  it('brings nothing back that has had its time', () => {
    const edge = tuesday.getTime() + 10;
    const plan = planRestore(fullDesk(), empty, { callbacks: edge, encounters: edge, history: edge }, terms);
    expect(plan.callbacks.map(({ id }) => id)).toEqual(['a']);
    expect([plan.encounters, plan.history]).toEqual([[], []]);
    expect(plan.counts.callbacks).toMatchObject({ new: 1, over: 1 });
  });

  it('fills gaps in what the clerk said of herself, and leaves what she says now', () => {
    const standing: KeptData = { ...empty, singles: { clerk: { name: 'Anna Lis', phone: '' } } };
    const { singles } = planRestore(
      { ...empty, singles: { clerk: { name: 'Anna Nowak', phone: '123' } } },
      standing,
      never,
      terms,
    );
    expect(singles.clerk).toEqual({ name: 'Anna Lis', phone: '123' });
  });
});

describe('The offer of a copy', () => {
  const day = 86_400_000;
  const ago = (days: number) => tuesday.getTime() - days * day;
  it('comes where there are promises and the last copy is a week old, and can be put off for a week', () => {
    expect(isBackupDue({}, 1, tuesday)).toBe(true);
    expect(isBackupDue({}, 0, tuesday)).toBe(false);
    expect(isBackupDue({ madeAt: ago(6) }, 1, tuesday)).toBe(false);
    expect(isBackupDue({ madeAt: ago(7) }, 1, tuesday)).toBe(true);
    expect(isBackupDue({ madeAt: ago(20), putOffAt: ago(6) }, 1, tuesday)).toBe(false);
    expect(isBackupDue({ madeAt: ago(20), putOffAt: ago(8) }, 1, tuesday)).toBe(true);
    expect(isBackupDue({ madeAt: ago(-400) }, 1, tuesday)).toBe(true);
    expect(isBackupDue({ madeAt: ago(20), isDeclined: true }, 1, tuesday)).toBe(false);
  });
});
