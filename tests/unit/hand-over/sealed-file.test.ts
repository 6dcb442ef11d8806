import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf, type HandOver, handOverOf, limits, openFile, sealFile } from '@/lib/hand-over';
import { isLongEnough, isSamePassword, proposedPassword } from '@/lib/locked-file';
import { anyPromises, counted, given, promise, tuesday } from './promises';

const password = '4821 0937 5526 1180';
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const sealed = async (what: HandOver, secret = password) => {
  const sealing = await sealFile(what, secret, random);
  if (!sealing.ok) throw new Error('It was not sealed.');
  return sealing.bytes;
};
const changed = (bytes: Uint8Array<ArrayBuffer>, at: number, by = 1) => {
  const other = bytes.slice();
  other[at] = (other[at] ?? 0) ^ by;
  return other;
};
/** As somebody does who knows the format: the sum is right again. */
const withRightSum = async (bytes: Uint8Array<ArrayBuffer>) => {
  const other = bytes.slice();
  other.set(new Uint8Array(await crypto.subtle.digest('SHA-256', other.subarray(37))), 5);
  return other;
};

describe('A file for a colleague', () => {
  let bytes: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    bytes = await sealed(given(promise()));
  });

  it('gives back what was put into it, and nothing of this computer’s own', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyPromises, fc.string({ minLength: 10, maxLength: 40 }), async (promises, secret) => {
        fc.pre(isLongEnough(secret));
        const what = handOverOf(promises, { from: 'Anna Nowak', to: 'Jan Lis', now: tuesday });
        const opening = await openFile(await sealed(what, secret), secret);
        expect(opening).toEqual({ ok: true, given: what });
        for (const [index, { announced, telling, encounterId, takenFrom, ...rest }] of promises.entries()) {
          expect(what.callbacks[index]).toEqual(rest);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('cannot be read without the password, not even a name or a length of one', async () => {
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Kowalska|600123456|obok-oddzwonienia/);
    expect(await openFile(bytes, '4821 0937 5526 1181')).toEqual({ ok: false, reason: 'wrong-password' });
  });

  it('opens however the password is spaced, and in either way of writing ó', async () => {
    expect((await openFile(bytes, ' 4821093755261180')).ok).toBe(true);
    const other = await sealed(given(promise()), 'dwa słówka razem'.normalize('NFD'));
    expect((await openFile(other, 'dwa słówka razem'.normalize('NFC'))).ok).toBe(true);
    expect(isSamePassword('4821 0937', '48210937 ')).toBe(true);
    expect(isSamePassword('4821 0937', '4821 0938')).toBe(false);
  });

  it('is never the same twice: salt and IV are new', async () => {
    const again = await sealed(given(promise()));
    expect(again.subarray(37, 53)).not.toEqual(bytes.subarray(37, 53));
    expect(again.subarray(53, 65)).not.toEqual(bytes.subarray(53, 65));
    expect(again.subarray(65)).not.toEqual(bytes.subarray(65));
  });

  it('that lost or changed any byte is told as damaged before a password is asked for', async () => {
    expect(await faultOf(bytes)).toBeNull();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          expect(await faultOf(changed(bytes, at, by))).toBe('damaged');
        },
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: bytes.length - 1 }), async (length) => {
        expect(await faultOf(bytes.slice(0, length))).toBe('damaged');
      }),
    );
  });

  it('that somebody changed on purpose, the sum put right, is not opened', async () => {
    for (const at of [40, 60, 70, bytes.length - 1]) {
      const forged = await withRightSum(changed(bytes, at));
      expect(await faultOf(forged)).toBeNull();
      expect(await openFile(forged, password)).toEqual({ ok: false, reason: 'wrong-password' });
    }
  });

  it('from a newer Obok, of another kind, or too large is told so', async () => {
    const newer = changed(bytes, 4, 0b11);
    expect(await faultOf(newer)).toBe('newer');
    expect(await openFile(newer, password)).toEqual({ ok: false, reason: 'newer' });
    expect(await faultOf(changed(bytes, 4))).toBe('damaged');
    expect(await faultOf(new TextEncoder().encode('%PDF-1.7'))).toBe('not-obok');
    expect(await faultOf(new Uint8Array())).toBe('not-obok');
    expect(await faultOf(new Uint8Array(limits.bytes + 82))).toBe('too-large');
  });

  it('with anything in it but promises is refused whole', async () => {
    const [first] = given(promise()).callbacks;
    const broken: unknown[] = [
      { callbacks: [] },
      { callbacks: [first, first] },
      { callbacks: [{ ...first, state: 'kept' }] },
      { callbacks: [{ ...first, due: Number.MAX_SAFE_INTEGER }] },
      { callbacks: [{ ...first, id: '../x' }] },
      { callbacks: [{ ...first, announced: ['due@1'] }] },
      { more: 1 },
    ];
    for (const parts of broken) {
      // Sealed by the same key, as only somebody with the password could.
      const content = new TextEncoder().encode(
        JSON.stringify({ format: 'obok-oddzwonienia/1', ...given(promise()), ...(parts as object) }),
      );
      expect([parts, await openFile(await sealedBytes(content), password)]).toEqual([
        parts,
        { ok: false, reason: 'unknown-content' },
      ]);
    }
    const deep = new TextEncoder().encode('['.repeat(400_000));
    expect(await openFile(await sealedBytes(deep), password)).toEqual({
      ok: false,
      reason: 'unknown-content',
    });
  });

  it('is not made where it could not be read again', async () => {
    const many = Array.from({ length: limits.callbacks + 1 }, (_, index) => promise({ id: `${index}` }));
    expect(await sealFile(given(...many), password, random)).toEqual({ ok: false, reason: 'too-much' });
    const long = promise({ note: 'x'.repeat(limits.text + 1) });
    expect(await sealFile(given(long), password, random)).toEqual({ ok: false, reason: 'too-much' });
    const large = Array.from({ length: 120 }, (_, index) =>
      promise({ id: `${index}`, note: 'ż'.repeat(9_000) }),
    );
    expect(await sealFile(given(...large), password, random)).toEqual({ ok: false, reason: 'too-much' });
  });

  /** A file as version 1 has it, made here from its description: what the product writes must be this. */
  async function sealedBytes(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const [salt, iv] = [Buffer.alloc(16, 1), Buffer.alloc(12, 2)];
    const { pbkdf2Sync, createCipheriv, createHash } = await import('node:crypto');
    const key = pbkdf2Sync(password.replaceAll(' ', ''), salt, 600_000, 32, 'sha256');
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const head = Buffer.from([...Buffer.from('OBOK'), 1]);
    cipher.setAAD(Buffer.concat([head, salt]));
    const body = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    const rest = Buffer.concat([salt, iv, body]);
    return new Uint8Array(Buffer.concat([head, createHash('sha256').update(rest).digest(), rest]));
  }

  it('can be opened by anything that follows its description', async () => {
    const content = new TextEncoder().encode(
      JSON.stringify({ format: 'obok-oddzwonienia/1', ...given(promise()) }),
    );
    expect(await openFile(await sealedBytes(content), password)).toEqual({
      ok: true,
      given: given(promise()),
    });
  });
});

describe('Handing over', () => {
  it('takes only what still waits, and leaves out who was to call where it is the colleague', () => {
    const promises = [
      promise({ id: 'a', colleague: 'Jan Lis' }),
      promise({ id: 'b', colleague: 'Ewa Sowa', kind: 'message' }),
      promise({ id: 'c', state: 'kept', settledAt: 1 }),
    ];
    const { callbacks } = handOverOf(promises, { from: '', to: 'Jan Lis', now: tuesday });
    expect(callbacks.map(({ id, colleague }) => [id, colleague])).toEqual([
      ['a', undefined],
      ['b', 'Ewa Sowa'],
    ]);
  });
});

describe('A password', () => {
  it('that is proposed is long enough, in fours, and has no digit likelier than another', () => {
    expect(proposedPassword(counted)).toMatch(/^\d{4}( \d{4}){3}$/);
    expect(isLongEnough(proposedPassword(random))).toBe(true);
    // Of all bytes that are used each digit has 25: those from 250 up would give six digits one more.
    const last = (count: number) =>
      Uint8Array.from({ length: count }, (_, index) => (index % 2 ? 249 : 250 + (index % 6)));
    expect(proposedPassword(last)).toBe('9999 9999 9999 9999');
  });

  it('is too short below ten characters, blanks not counted', () => {
    expect(isLongEnough('123456789')).toBe(false);
    expect(isLongEnough('1 2 3 4 5 6 7 8 9 ')).toBe(false);
    expect(isLongEnough('1234567890')).toBe(true);
  });
});
