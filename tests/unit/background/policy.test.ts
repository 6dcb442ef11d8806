import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchFromAddress } from '@/entrypoints/background/fetch-profile';
import { takePolicy } from '@/entrypoints/background/take-policy';
import { freshAddress } from '@/lib/profile-address';
import { makeKey, sealSigned, signProfile } from '@/lib/signing';
import {
  changeProfileAddress,
  dropProfile,
  readClerk,
  readPolicyRow,
  readProfile,
  readProfileAddress,
  readTakenProfiles,
  saveClerk,
} from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

const address = 'https://intranet.gmina.pl/obok.json';
const profile = (more: object = {}) =>
  JSON.stringify({ format: 'obok-profile/1', id: 'urzad', seq: 3, name: 'Urząd', ...more });
const fn = { id: 'fn', referat: { name: 'Referat Finansowy' } };

let small: SmallBrowser;
/** What the administrator's policy holds. */
let managed: object | null;
let server: (etag: string | null) => Promise<Response>;
let fetches: number;

beforeEach(async () => {
  small = await startSmallBrowser();
  managed = {};
  fetches = 0;
  server = async () => new Response(profile());
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => {
    if (managed === null) throw new Error('Managed storage manifest not found');
    return managed as Record<string, never>;
  });
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    fetches += 1;
    return server(headers['If-None-Match'] ?? null);
  });
  takePolicy();
  fetchFromAddress();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The browser tells that the policy is another one. */
async function policyIs(policy: object | null) {
  managed = policy;
  await small.arrive('panel→background: look-at-policy', null);
  await small.atRest();
}
const fetchNow = async () => {
  await small.arrive('panel→background: fetch-profile', null);
  await small.atRest();
};
const inForce = async () =>
  (await readTakenProfiles()).map(({ taken, read }) => [taken.layer, taken.from.kind, read?.profile.seq]);

describe('The administrator’s policy', () => {
  it('gives profiles, which are in force at once and stay in force without it', async () => {
    await policyIs({ officeProfile: profile(), referatProfile: profile(fn) });
    expect(await inForce()).toEqual([
      ['office', 'policy', 3],
      ['referat', 'policy', 3],
    ]);
    await policyIs({});
    expect(await inForce()).toHaveLength(2);
    expect((await readPolicyRow()).policy.officeProfile).toBeUndefined();
    expect(await dropProfile('office')).not.toBeNull();
  });

  it('that is empty or missing at the first start is no news', async () => {
    for (const policy of [{}, null]) {
      await policyIs(policy);
      expect((await readPolicyRow()).readAt).toBeNull();
    }
  });

  it('is not taken anew while it is the same, and is taken where a newer one comes', async () => {
    await policyIs({ officeProfile: profile() });
    const takenAt = async () => (await readTakenProfiles())[0]?.taken.takenAt;
    const first = await takenAt();
    vi.setSystemTime(new Date('2026-11-24T11:00:00+01:00'));
    await policyIs({ officeProfile: profile() });
    expect(await takenAt()).toBe(first);
    await policyIs({ officeProfile: profile({ seq: 4 }) });
    expect(await inForce()).toEqual([['office', 'policy', 4]]);
  });

  it('with a bad, an older, an expired or a forged profile leaves the last good one, and says why', async () => {
    const { key } = await makeKey('hasło');
    const forged = sealSigned(profile(), await signProfile(profile({ seq: 4 }), key));
    await policyIs({ officeProfile: profile() });
    for (const [officeProfile, why] of [
      [profile({ sequence: 4 }), { reason: 'bad' }],
      [profile({ seq: 2 }), { reason: 'lower-seq', standing: 3 }],
      [profile({ seq: 4, validUntil: '2026-11-23' }), { reason: 'expired', day: '2026-11-23' }],
      [forged, { reason: 'forged' }],
      [forged.slice(0, 90), { reason: 'damaged' }],
    ] as const) {
      await policyIs({ officeProfile });
      expect(await inForce()).toEqual([['office', 'policy', 3]]);
      expect((await readPolicyRow()).notTaken.office).toMatchObject(why);
    }
    await policyIs({ officeProfile: profile({ seq: 5 }) });
    expect(await inForce()).toEqual([['office', 'policy', 5]]);
    expect((await readPolicyRow()).notTaken).toEqual({});
  });

  it('says who the clerk is: by default until she says otherwise, or whatever she says', async () => {
    await policyIs({ defaults: { office: 'Urząd', phone: '24 1' }, enforced: { referat: 'Referat' } });
    await saveClerk({ phone: '24 2', referat: 'Inny' });
    expect(await readClerk()).toMatchObject({ office: 'Urząd', phone: '24 2', referat: 'Referat' });
    await saveClerk({ office: '' });
    expect((await readClerk()).office).toBe('Urząd');
    await policyIs({ defaults: {} });
    expect(await readClerk()).toMatchObject({ office: '', phone: '24 2', referat: 'Inny' });
  });

  it('gives an address, from which a profile is fetched at once; withdrawn, it is given up', async () => {
    await policyIs({ profileUrl: address });
    expect(await inForce()).toEqual([['office', 'address', 3]]);
    expect(await readProfileAddress()).toMatchObject({ address, isManaged: true, problem: null });
    await policyIs({ enforced: { language: 'pl' } });
    expect(await readProfileAddress()).toBeNull();
    expect(await inForce()).toHaveLength(1);
  });

  it('leaves an address of the clerk’s own alone', async () => {
    await changeProfileAddress(() => freshAddress(address, false));
    await policyIs({ enforced: { language: 'pl' } });
    expect(await readProfileAddress()).toMatchObject({ address, isManaged: false });
  });
});

describe('The address of a profile', () => {
  beforeEach(() => changeProfileAddress(() => freshAddress(address, false)));

  it('is asked whether anything has changed, and an unchanged profile is not taken anew', async () => {
    const asked: (string | null)[] = [];
    server = async (etag) => {
      asked.push(etag);
      return etag === '"a"'
        ? new Response(null, { status: 304 })
        : new Response(profile(fn), { headers: { ETag: '"a"' } });
    };
    await fetchNow();
    await fetchNow();
    expect(asked).toEqual([null, '"a"']);
    expect(await inForce()).toEqual([['referat', 'address', 3]]);
    expect((await readProfile()).referat?.name).toBe('Referat Finansowy');
  });

  it('that fails is tried again later and later, and the last good profile stays', async () => {
    await fetchNow();
    server = async () => new Response('', { status: 503 });
    const waits: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      await fetchNow();
      const { scheduledTime } = (await fakeBrowser.alarms.get('profile-address')) as {
        scheduledTime: number;
      };
      waits.push(Math.round((scheduledTime - Date.now()) / 60_000));
    }
    expect(waits).toEqual([5, 30, 120]);
    expect(await inForce()).toEqual([['office', 'address', 3]]);
    expect(await readProfileAddress()).toMatchObject({
      failures: 3,
      problem: { kind: 'fetch', fetch: { is: 'status', status: 503 } },
    });
    server = async () => new Response(profile({ seq: 4 }));
    await fetchNow();
    expect(await readProfileAddress()).toMatchObject({ failures: 0, problem: null });
    expect(await inForce()).toEqual([['office', 'address', 4]]);
  });

  it('that gives garbage, an older or a forged profile, each says what is wrong', async () => {
    await fetchNow();
    const { key } = await makeKey('hasło');
    const forged = sealSigned(profile({ seq: 9 }), await signProfile(profile(), key));
    for (const [body, problem] of [
      ['<html>Strona nie istnieje</html>', { kind: 'refused', why: { reason: 'bad' } }],
      [profile({ seq: 2 }), { kind: 'refused', why: { reason: 'lower-seq', standing: 3 } }],
      [forged, { kind: 'refused', why: { reason: 'forged' } }],
      [profile({ seq: 9, validUntil: '2020-01-01' }), { kind: 'refused', why: { reason: 'expired' } }],
      ['x'.repeat(600_000), { kind: 'fetch', fetch: { is: 'too-big' } }],
    ] as const) {
      server = async () => new Response(body);
      await fetchNow();
      expect((await readProfileAddress())?.problem).toMatchObject(problem);
      expect(await inForce()).toEqual([['office', 'address', 3]]);
    }
  });

  it('that the browser does not permit is told as such, and fetched once it is permitted', async () => {
    server = async () => {
      throw new TypeError('Failed to fetch');
    };
    await fetchNow();
    expect((await readProfileAddress())?.problem).toEqual({ kind: 'fetch', fetch: { is: 'permission' } });
    server = async () => new Response(profile());
    await small.permit('https://intranet.gmina.pl/*');
    expect(await inForce()).toEqual([['office', 'address', 3]]);
    server = async () => {
      throw new TypeError('Failed to fetch');
    };
    await fetchNow();
    expect((await readProfileAddress())?.problem).toEqual({ kind: 'fetch', fetch: { is: 'unreachable' } });
  });

  it('given up while it was being asked does not come back', async () => {
    server = async () => {
      await changeProfileAddress(() => null);
      return new Response('', { status: 500 });
    };
    await fetchNow();
    expect(await readProfileAddress()).toBeNull();
  });

  it('is asked by nobody where there is none', async () => {
    await changeProfileAddress(() => null);
    await fetchNow();
    await policyIs({});
    expect(fetches).toBe(0);
  });
});
