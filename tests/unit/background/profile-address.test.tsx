import 'fake-indexeddb/auto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProfileSection } from '@/components/profile';
import { fetchFromAddress } from '@/entrypoints/background/fetch-profile';
import { setLanguage } from '@/lib/i18n';
import { noPolicy } from '@/lib/policy';
import { baseProfile } from '@/lib/profile';
import { freshAddress } from '@/lib/profile-address';
import { makeKey, sealSigned, signProfile } from '@/lib/signing';
import { changeProfileAddress, readProfile, readProfileAddress, readTakenProfiles } from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

const profile = (more: object = {}) =>
  JSON.stringify({ format: 'obok-profile/1', id: 'urzad', seq: 3, name: 'Urząd', ...more });
const megabytes = 300;

let small: SmallBrowser;
let server: Server;
let answer: RequestListener;
const { timeout } = AbortSignal;

beforeEach(async () => {
  small = await startSmallBrowser();
  answer = (_, response) => response.end(profile());
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  small.permitted.add(`http://127.0.0.1:${port}/*`);
  await changeProfileAddress(() => freshAddress(`http://127.0.0.1:${port}/obok.json`, false));
  fetchFromAddress();
});
afterEach(() => {
  AbortSignal.timeout = timeout;
  setLanguage('pl');
  server.closeAllConnections();
  server.close();
});

const fetchNow = async () => {
  await small.arrive('panel→background: fetch-profile', null);
  await small.atRest();
};
/** What „Ustawienia → Profil” says of the address. */
async function told(language: 'pl' | 'en'): Promise<string> {
  setLanguage(language);
  const none = async () => {};
  const page = renderToStaticMarkup(
    <ProfileSection
      base={baseProfile()}
      kept={[]}
      language={language}
      now={new Date()}
      policy={{ policy: noPolicy, faults: [], notTaken: {}, readAt: null }}
      address={await readProfileAddress()}
      aged={{ reminders: [], systems: new Map(), onCopy: vi.fn() }}
      onTake={async () => true}
      onDrop={none}
      onLookAtPolicy={none}
      onAddress={none}
      onFetch={none}
      onGiveUpAddress={none}
    />,
  );
  return /<p class="fault">(.*?)<\/p>/.exec(page)?.[1] ?? '';
}

it('A server that is down, slow, refuses, gives garbage, an older issue, a bad signature, an expired one or 300 MB: the last good profile stays, each with a sentence of its own', async () => {
  await fetchNow();
  const { key } = await makeKey('hasło');
  const forged = sealSigned(profile({ seq: 9 }), await signProfile(profile(), key));
  let sent = 0;
  const wrong: Record<string, RequestListener> = {
    down: (request) => request.socket.destroy(),
    refuses: (_, response) => response.writeHead(404).end('Not found'),
    slow: (_, response) => void response.write('{'),
    garbage: (_, response) => response.end('<html>Strona nie istnieje</html>'),
    picture: (_, response) => response.end(Buffer.from([0xff, 0xd8, 0xff])),
    older: (_, response) => response.end(profile({ seq: 2 })),
    forged: (_, response) => response.end(forged),
    damaged: (_, response) => response.end(forged.slice(0, 90)),
    expired: (_, response) => response.end(profile({ seq: 4, validUntil: '2026-11-23' })),
    huge: (_, response) => {
      const more = () => {
        while (sent < megabytes && !response.destroyed && response.write(Buffer.alloc(1_048_576, 32)))
          sent += 1;
      };
      response.on('drain', more);
      more();
    },
  };
  const said: Record<'pl' | 'en', string[]> = { pl: [], en: [] };
  for (const [name, listener] of Object.entries(wrong)) {
    answer = listener;
    // What never ends is over after 20 s; here sooner.
    AbortSignal.timeout = name === 'slow' ? () => timeout.call(AbortSignal, 50) : timeout;
    await fetchNow();
    expect(
      (await readTakenProfiles()).map(({ taken, read }) => [taken.from.kind, read?.profile.seq]),
    ).toEqual([['address', 3]]);
    expect((await readProfile()).name).toBe('Urząd');
    for (const language of ['pl', 'en'] as const) said[language].push(await told(language));
  }
  const count = Object.keys(wrong).length;
  for (const sentences of [said.pl, said.en]) {
    expect(new Set(sentences).size).toBe(count);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u);
  }
  expect(said.pl[Object.keys(wrong).indexOf('expired')]).toContain('2026-11-23');
  expect(sent).toBeLessThan(megabytes);

  answer = (_, response) => response.end(profile({ seq: 4 }));
  AbortSignal.timeout = timeout;
  await fetchNow();
  expect(await told('pl')).toBe('');
  expect((await readTakenProfiles())[0]?.read?.profile.seq).toBe(4);
});
