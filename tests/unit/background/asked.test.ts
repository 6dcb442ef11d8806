import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { wantCallsStrip } from '@/entrypoints/background/calls-strip';
import { fetchFromAddress } from '@/entrypoints/background/fetch-profile';
import { noticeCalls } from '@/entrypoints/background/notice-calls';
import { remindCallbacks } from '@/entrypoints/background/remind-callbacks';
import { showStrips } from '@/entrypoints/background/show-strips';
import { takePolicy } from '@/entrypoints/background/take-policy';
import { tryReminding } from '@/entrypoints/background/try-reminding';
import { underlineTerms } from '@/entrypoints/background/underline-terms';
import type { Protocol } from '@/lib/messaging';
import { baseProfile } from '@/lib/profile';
import {
  addCallback,
  addMetSign,
  addServiceFact,
  changeNote,
  changeSwitches,
  chooseUnderlining,
  keepClerkTerm,
  saveClerk,
  startEncounter,
} from '@/lib/store';
import { promise } from '../callbacks/promises';
import {
  arrive,
  fromPages,
  type Kind,
  kinds,
  ownPage,
  type Stamped,
  senderOf,
  webPage,
  wellFormed,
} from '../messaging/well-formed';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

/** A client like no other: what is told to a page must name nothing of this. */
const trace = /brz[ęe]czyszczy|600\D*987\D*654|kanark|kanarek/i;
const address = 'https://ezd.example/sprawy';
const elsewhere = 'https://dokus.example/klient';
const tab = 7;
const otherTab = 8;

let small: SmallBrowser;
/** All that pages were sent, beside answers. */
let sent: unknown[];
let deeds: unknown[];

/** The whole background that answers messages, a client in every place of the store, and another tab on her page. */
beforeEach(async () => {
  small = await startSmallBrowser();
  sent = [];
  deeds = [];
  const silent = { addListener: () => {} };
  const deed =
    (name: string) =>
    async (...given: unknown[]) =>
      void deeds.push([name, ...given]);
  Object.assign(fakeBrowser, {
    notifications: {
      create: deed('notification'),
      clear: async () => true,
      getAll: async () => ({}),
      onClicked: silent,
    },
    action: {
      setBadgeText: deed('badge'),
      setBadgeBackgroundColor: deed('badge'),
      setTitle: deed('badge'),
    },
    windows: { WINDOW_ID_NONE: -1, getLastFocused: async () => ({}), onFocusChanged: silent },
    // As browsers do where nobody has clicked.
    sidePanel: { open: () => Promise.reject(new Error('may only be called in response to a user gesture')) },
  });
  Object.assign(fakeBrowser.tabs, { create: deed('tab') });
  const { sendMessage } = fakeBrowser.tabs;
  fakeBrowser.tabs.sendMessage = (async (...given: Parameters<typeof sendMessage>) => {
    sent.push(given);
    return sendMessage(...given);
  }) as typeof sendMessage;
  for (const start of [
    answerReader,
    noticeCalls,
    showStrips,
    underlineTerms,
    remindCallbacks,
    takePolicy,
    fetchFromAddress,
    tryReminding,
  ])
    start();
  small.permitted.add('https://ezd.example/*').add('https://dokus.example/*');
  small.tabs.set(tab, { url: address, active: true, letsScriptsIn: true });
  small.tabs.set(otherTab, { url: elsewhere, active: false, letsScriptsIn: true });
  for (const id of [tab, otherTab]) small.pages.set(id, () => null);
  await saveClerk({ name: 'Anna Nowak' });
  await keepClerkTerm({ id: 'fundusz-solecki', headword: 'fundusz sołecki', meaning: 'pieniądze sołectwa' });
  await chooseUnderlining('ezd-rp', 'always');
  const { id } = await startEncounter('phone-in', new Date());
  await changeNote(
    id,
    () => ({ answers: { matter: 'kanarkowa sprawa' }, text: 'Brzęczyszczykiewicz' }) as never,
  );
  await addMetSign(id, 'KANAREK.77.2026');
  await addServiceFact(id, 'note-made');
  await addCallback(
    promise({
      encounterId: id,
      name: 'Brzęczyszczykiewicz',
      phone: '+48600987654',
      subject: 'kanarkowo',
      note: 'dzwonić do szwagra kanarka',
      caseSign: 'KANAREK.77.2026',
      due: Date.now() - 60_000,
    }),
  );
  await small.arrive(
    'page→background: context',
    {
      document: 'd8',
      context: contextAt(elsewhere, {
        fields: { 'Rodzaj sprawy': 'kanarkowa', Klient: 'Brzęczyszczykiewicz', Telefon: '600 987 654' },
        terms: ['kanarek'],
        evidence: ['kanarkowo'],
      }),
    },
    otherTab,
  );
  await small.atRest();
});

it('Whatever a script in a page asks for, it is told nothing of a client, of her call or of her note, nor of another tab', async () => {
  const answers = new Map<Kind, unknown[]>(fromPages.map((kind) => [kind, []]));
  const ask = async (kind: Kind, data: Protocol[Kind]['data']) => {
    answers.get(kind)?.push(...(await arrive({ obok: kind, data }, webPage())));
    await small.atRest();
  };
  const says = () => ask('page→background: context', { document: 'd1', context: contextAt(address) });
  await says();
  await ask('strip→background: ready', null);
  await ask('terms→background: ready', null);
  // Then due calls stand in place of the reminder, and at last every kind is asked for, in every form.
  await changeSwitches((switches) => ({
    ...switches,
    reminders: baseProfile().reminders.map(({ id }) => id),
  }));
  await wantCallsStrip(new Date());
  await says();
  for (const kind of [
    ...fromPages.filter((one) => one !== 'page→background: gone'),
    'page→background: gone' as const,
  ])
    for (const data of wellFormed[kind]) await ask(kind, data);
  const full = [...answers]
    .filter(([, said]) => said.some((answer) => answer !== null))
    .map(([kind]) => kind);
  // Had nothing been answered, nothing would be shown by this.
  expect(full.sort()).toEqual([
    'page→background: hello',
    'strip→background: ready',
    'terms→background: ready',
  ]);
  const models = JSON.stringify(answers.get('strip→background: ready'));
  expect(models).toContain('"reminderId"');
  expect(models).toContain('"calls":{"count":1');
  expect(sent.length).toBeGreaterThan(3);
  expect(JSON.stringify([...answers, sent]).match(trace)).toBeNull();
});

/** What may be wrong with a sender. */
const wrongSenders: Record<'top-frame' | 'own-page', ((right: Stamped) => Stamped)[]> = {
  'top-frame': [
    (right) => ({ ...right, id: 'obcy' }),
    (right) => ({ ...right, id: undefined }),
    (right) => ({ ...right, frameId: 1 }),
    (right) => ({ ...right, frameId: undefined }),
    (right) => ({ ...right, tab: undefined }),
    (right) => ({ ...right, tab: {} }),
    (right) => ({ ...right, url: undefined }),
    (right) => ({ ...right, url: 'about:srcdoc' }),
    (right) => ({ ...right, url: 'file:///etc/passwd' }),
    (right) => ({ ...right, url: 'https://taken-back.example/sprawy' }),
    (right) => ({ ...right, url: 'http://ezd.example/sprawy' }),
    (right) => ({ ...right, url: 'https://ezd.example.net/sprawy' }),
    () => ownPage(),
  ],
  'own-page': [
    (right) => ({ ...right, id: 'obcy' }),
    (right) => ({ ...right, url: undefined }),
    (right) => ({ ...right, url: `https://x.example/${right.url}` }),
    (right) => ({ ...right, url: `${right.url?.replace('://', '://x')}` }),
    (right) => ({ ...right, origin: 'https://ezd.example' }),
    () => webPage(),
  ],
};

/** What is none of what stood there, whatever that was. */
const otherThan = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value === 'string') return fc.constantFrom(7, true, [value], { value }, undefined);
  if (typeof value === 'number') return fc.constantFrom('7', 1.5, Number.NaN, null, [value], undefined);
  if (typeof value === 'boolean') return fc.constantFrom('true', 1, null, undefined);
  if (Array.isArray(value)) return fc.constantFrom('', 0, {}, null, [undefined], [[value]], undefined);
  return fc.constantFrom([], 0, true, [value]);
};

/** The same with one thing wrong, anywhere in it. */
function spoilt(data: unknown): fc.Arbitrary<unknown> {
  const whole = otherThan(data);
  if (typeof data !== 'object' || data === null) return whole;
  if (Array.isArray(data))
    return data.length === 0
      ? whole
      : fc.oneof(
          whole,
          fc.nat(data.length - 1).chain((at) => spoilt(data[at]).map((wrong) => data.with(at, wrong))),
        );
  const keys = Object.keys(data);
  // In a list of fields any label may stand, but nothing else than a text beside it.
  const isFields = keys.includes('Rodzaj sprawy') || keys.length === 0;
  const extra = fc.tuple(
    fc.stringMatching(/^[a-z]{12}$/),
    isFields ? fc.constantFrom(7, null, []) : fc.anything(),
  );
  return fc.oneof(
    whole,
    extra.map(([key, value]) => ({ ...data, [key]: value })),
    ...(keys.length === 0
      ? []
      : [
          fc
            .constantFrom(...keys)
            .chain((key) =>
              spoilt((data as Record<string, unknown>)[key]).map((wrong) => ({ ...data, [key]: wrong })),
            ),
        ]),
    ...(keys.length === 0 || isFields
      ? []
      : [
          fc
            .constantFrom(...keys.filter((key) => key !== 'subset' && key !== 'initials'))
            .map((key) => Object.fromEntries(Object.entries(data).filter(([name]) => name !== key))),
        ]),
  );
}

const aRight = fc
  .constantFrom(...kinds)
  .chain((kind) => fc.tuple(fc.constant(kind), fc.constantFrom(...(wellFormed[kind] as unknown[]))));
const refused: fc.Arbitrary<{ message: unknown; sender: Stamped }> = fc.oneof(
  aRight.chain(([kind, data]) => {
    const right = senderOf(kind);
    const wrong = wrongSenders[right.tab ? 'top-frame' : 'own-page'];
    return fc
      .constantFrom(...wrong)
      .map((spoil) => ({ message: { obok: kind, data }, sender: spoil(right) }));
  }),
  aRight.chain(([kind, data]) =>
    spoilt(data).map((wrong) => ({ message: { obok: kind, data: wrong }, sender: senderOf(kind) })),
  ),
  fc
    .tuple(
      fc.oneof(
        fc.anything(),
        fc.record({ obok: fc.anything(), data: fc.anything() }),
        aRight.chain(([kind, data]) =>
          fc.constantFrom(kind.toUpperCase(), ` ${kind}`, [kind], { kind }).map((obok) => ({ obok, data })),
        ),
        fc
          .constantFrom('constructor', '__proto__', 'background→page: brief', 'background→strip: show')
          .map((obok) => ({
            obok,
            data: null,
          })),
      ),
      fc.constantFrom(webPage, ownPage),
    )
    .map(([message, sender]) => ({ message, sender: sender() })),
);

it('10 000 messages of a wrong sender, shape or name do nothing, answer nothing and throw nothing', async () => {
  const before = await everything();
  const thrown: unknown[] = [];
  const onThrow = (error: unknown) => void thrown.push(error);
  process.on('unhandledRejection', onThrow);
  await fc.assert(
    fc.asyncProperty(refused, async ({ message, sender }) => {
      expect(await arrive(message, sender)).toEqual([]);
    }),
    { numRuns: 10_000, seed: 7_4 },
  );
  await small.atRest();
  process.off('unhandledRejection', onThrow);
  expect(thrown).toEqual([]);
  expect(await everything()).toEqual(before);
  // The same background does hear what is right.
  await arrive({ obok: 'panel→background: try-reminding', data: null }, ownPage());
  expect(await everything()).not.toEqual(before);
});

/** All that could have been changed or done. */
async function everything(): Promise<unknown> {
  await small.atRest();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = [...database.objectStoreNames];
  const rows = await Promise.all(
    names.map(
      (name) =>
        new Promise((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ),
  );
  database.close();
  return structuredClone({
    rows,
    session: await fakeBrowser.storage.session.get(null),
    local: await fakeBrowser.storage.local.get(null),
    alarms: await fakeBrowser.alarms.getAll(),
    deeds: deeds.length,
    told: small.told,
    run: small.run,
    ruled: small.ruled,
  });
}
vi.setConfig({ testTimeout: 300_000 });
