import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { newCallback, settle } from '@/lib/callbacks';
import type { Profile } from '@/lib/profile';
import { begin, Disk, found, type Left, lives, makeMortal, type Store } from './mortal';

const now = new Date(Date.UTC(2026, 10, 24, 9));
const profile = (seq: number) =>
  JSON.stringify({ format: 'obok-profile/1', id: 'urzad', seq, name: 'Urząd Gminy' });
const isAbout = (value: unknown) => JSON.stringify(value)?.includes('Kowalska') ?? false;

/** One thing that the clerk or the administrator does. */
interface Act {
  /** What stands before it. */
  prepare: (store: Store) => Promise<unknown>;
  take: (store: Store) => Promise<unknown>;
  /** What is written of it in memory only, and may stay half done until the browser is closed. */
  isInMemory?: true;
  /** What the background's next start goes on with: after it the act is whole. */
  goesOn?: true;
}

const actions = () => import('@/entrypoints/sidepanel/actions');
const serviceActions = () => import('@/entrypoints/sidepanel/service-actions');
const rulesOf = async (store: Store): Promise<Profile['callbacks']> => (await store.readProfile()).callbacks;
const promised = (encounterId?: string) =>
  newCallback('p', { due: now.getTime(), phone: '+48600123456', name: 'Anna Kowalska' }, now, encounterId);

/** A call is interrupted by a client at the desk, and its client promised a call back. */
async function interrupt(store: Store): Promise<void> {
  await store.startEncounter('phone-in', now);
  await store.turnToDesk(now, ({ id }) => ({ ...promised(id), reason: 'client-at-desk' }));
}
async function ringBack(store: Store): Promise<void> {
  await interrupt(store);
  await store.endEncounter(now);
  const [waiting] = await store.encountersSetAside();
  await store.stepEncounter({ kind: 'take-up', id: waiting?.id ?? '' }, now);
}
async function waitingCall(store: Store) {
  const [encounter] = await store.encountersSetAside();
  const [callback] = await store.readCallbacks();
  if (!encounter || !callback) throw new Error('Nobody waits.');
  return { encounter, callback, isStale: false };
}
async function keepMuch(store: Store): Promise<void> {
  await interrupt(store);
  await store.saveClerk({ name: 'Ewa Lis' });
  await store.addReminderEvent({ reminderId: 'r', at: now.getTime(), kind: 'done' });
  const running = await store.currentEncounter();
  await browser.storage.session.set({
    [`facts:${running?.id}`]: ['introduced'],
    'callback-entry': 'Kowalska 600123456',
  });
}

const acts: Record<string, Act> = {
  'ending the service of a call that was rung back': {
    prepare: ringBack,
    take: async () => (await actions()).endService(undefined),
  },
  'taking up an interrupted call': {
    prepare: interrupt,
    take: async (store) => {
      const call = await waitingCall(store);
      await (await serviceActions()).takeUpCall(call);
    },
  },
  'dropping an interrupted call': {
    prepare: interrupt,
    take: async (store) => (await serviceActions()).dropCall(await waitingCall(store)),
  },
  'a client who does not pick up': {
    prepare: ringBack,
    take: async (store) => {
      const [callback = promised()] = await store.readCallbacks();
      // Pressed anew it is another attempt: the clerk does it where the call still runs.
      if (!(await store.currentEncounter())) return;
      await (await serviceActions()).noteNoAnswer(callback, await rulesOf(store));
    },
  },
  'turning to the next client': {
    prepare: (store) => store.startEncounter('desk', now),
    take: async () => (await import('@/entrypoints/sidepanel/ending-actions')).turnToNext('desk', undefined),
  },
  'choosing another channel': {
    prepare: (store) => store.startEncounter('desk', now),
    take: async () => (await actions()).chooseChannel('phone-in'),
  },
  'settling a promise that counts': {
    prepare: (store) => store.addCallback(promised()),
    take: async (store) => {
      const { hours } = await rulesOf(store);
      await store.changeCallback('p', (row) => settle(row, { kind: 'reached' }, now, hours));
    },
  },
  'taking promises of a colleague': {
    prepare: (store) => store.addCallback(promised()),
    take: (store) =>
      store.writeCallbacks(['p', 'q'], (standing) => [
        ...standing.map((row) => ({ ...row, colleague: 'Jan Lis' })),
        newCallback('q', { due: now.getTime() }, now),
      ]),
  },
  'erasing one person': {
    prepare: keepMuch,
    take: async (store) => store.erasePerson(await store.findPerson(isAbout), isAbout, now),
    isInMemory: true,
  },
  'erasing everything': {
    prepare: keepMuch,
    take: (store) => store.eraseEverything(),
    isInMemory: true,
  },
  'restoring a copy': {
    prepare: keepMuch,
    take: (store) =>
      store.restoreKept((standing) => ({
        callbacks: [newCallback('r', { due: now.getTime() }, now)],
        encounters: standing.encounters.map((one) => ({ ...one, unfinished: { items: ['a'], reason: 'b' } })),
        history: standing.history.length > 1 ? [] : [{ reminderId: 's', at: 1, kind: 'done' }],
        singles: { clerk: { name: 'Anna' } },
      })),
  },
  'a newer profile of the policy': {
    prepare: async (store) => {
      await takePolicy(store, 1);
    },
    take: (store) => takePolicy(store, 2),
    goesOn: true,
  },
  'setting a password': {
    prepare: keepMuch,
    take: (store) => store.setPassword('haslo haslo', 30, now),
    isInMemory: true,
  },
  'removing the password': {
    prepare: async (store) => {
      await keepMuch(store);
      await store.setPassword('haslo haslo', 30, now);
    },
    take: (store) => store.removePassword('haslo haslo'),
    isInMemory: true,
  },
  'changing the password': {
    prepare: async (store) => {
      await keepMuch(store);
      await store.setPassword('haslo haslo', 30, now);
    },
    take: async (store) => {
      if (!(await store.changePassword('haslo haslo', 'inne haslo', now)))
        throw new Error('Not the password.');
    },
    isInMemory: true,
  },
};

/** As the background follows it. */
async function takePolicy(store: Store, seq: number): Promise<void> {
  const { toTake } = await store.keepPolicy({ officeProfile: profile(seq) }, now);
  for (const { layer, file } of toTake) {
    const taking = await store.takeProfile(layer, file, { kind: 'policy' }, now);
    await store.noteTaking(layer, taking.ok ? null : taking);
  }
}

let disk: Disk;
let empty: Left;
beforeAll(async () => {
  makeMortal();
  vi.useFakeTimers({ toFake: ['Date'], now });
  // What makes a password slow is not what is tried here.
  const { deriveKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((how, ...others) =>
    deriveKey.call(crypto.subtle, { ...(how as Pbkdf2Params), iterations: 1 }, ...others),
  );
  await begin();
  disk = await Disk.open();
  empty = await disk.look();
});
afterAll(() => {
  disk.close();
  vi.useRealTimers();
});

/** What the next start finds: the background's first jobs done, the password typed that opens it. */
async function nextStart(): Promise<{ store: Store; says: string }> {
  const next = await begin();
  const { store } = next;
  await store.forgetNotesOfEnded();
  await store.renewSeals(now);
  let opener = 'none';
  if ((await store.readLock()).kind !== 'none') {
    for (const password of ['haslo haslo', 'inne haslo'])
      if (await store.lockStore.unlock(password, now)) opener = password;
  }
  const { rows } = await disk.look();
  return { store, says: `${opener} ${await found(next, { rows, session: {}, local: {} })}` };
}

it.each(Object.entries(acts))(
  '%s, broken off before whichever request or after a commit, is whole or not there, and done again it is whole',
  async (_, act) => {
    await disk.putBack(empty);
    const first = await begin();
    await act.prepare(first.store);
    const before = await disk.look();
    const nothing = (await nextStart()).says;
    await disk.putBack(before);
    const undisturbed = await begin();
    expect(await lives(undisturbed, () => act.take(undisturbed.store))).toBe(true);
    const { effects } = undisturbed;
    const memory = (await disk.look()).session;
    const all = (await nextStart()).says;
    expect(all).not.toBe(nothing);
    for (let breath = 0; breath < effects; breath += 1) {
      for (const dies of act.isInMemory ? ['page', 'browser'] : ['page']) {
        const at = `${dies}, request ${breath + 1} of ${effects}`;
        await disk.putBack(before);
        const dying = await begin();
        dying.breath = breath;
        expect([at, await lives(dying, () => act.take(dying.store))]).toEqual([at, false]);
        const left = await disk.look();
        if (dies === 'browser') await disk.putBack({ ...left, session: {} });
        if (act.goesOn) await act.take((await begin()).store);
        const next = await nextStart();
        if (act.goesOn) expect([at, next.says]).toEqual([at, all]);
        if (next.says !== all) {
          expect([at, next.says]).toEqual([at, nothing]);
          await act.take(next.store);
          expect([at, (await nextStart()).says]).toEqual([at, all]);
        }
        if (!act.isInMemory) expect([at, left.session]).toEqual([at, memory]);
      }
    }
  },
);
