import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchProfile, freshAddress, nextFetchAt } from '@/lib/profile-address';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
/** A server in the office that answers so. */
async function serving(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/obok.json`;
}
const fetched = async (answer: RequestListener, etag: string | null = null) =>
  fetchProfile({ address: await serving(answer), etag }, fetch);

describe('A profile from an address', () => {
  it('comes to the letter, with the mark by which it is known again', async () => {
    const file = '\uFEFF{"name": "Urząd"}\r\n';
    expect(await fetched((_, answer) => answer.setHeader('ETag', '"7"').end(file))).toEqual({
      kind: 'profile',
      file,
      etag: '"7"',
    });
  });

  it('is not sent again where it is still the same', async () => {
    const asked: (string | undefined)[] = [];
    const answer: RequestListener = (request, response) => {
      asked.push(request.headers['if-none-match']);
      response.writeHead(304).end();
    };
    expect(await fetched(answer, '"7"')).toEqual({ kind: 'same' });
    expect(asked).toEqual(['"7"']);
  });

  it.each([403, 404, 500])('fails by what the server says: %i', async (status) => {
    expect(await fetched((_, answer) => answer.writeHead(status).end('{}'))).toEqual({
      kind: 'failed',
      problem: { is: 'status', status },
    });
  });

  it('does not follow to another address, which nobody permitted', async () => {
    expect(
      await fetched((_, answer) => answer.writeHead(302, { Location: 'https://example.test/' }).end()),
    ).toEqual({ kind: 'failed', problem: { is: 'unreachable' } });
  });

  it('that never ends is left off once it is too big', async () => {
    let sent = 0;
    const answer: RequestListener = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 32))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    };
    expect(await fetched(answer)).toEqual({ kind: 'failed', problem: { is: 'too-big' } });
    expect(sent).toBeLessThan(300 * 1024 * 1024);
  });

  it('is no text where it is a picture', async () => {
    expect(await fetched((_, answer) => answer.end(Buffer.from([0xff, 0xd8, 0xff])))).toEqual({
      kind: 'failed',
      problem: { is: 'not-text' },
    });
  });

  it('does not come from a server that is down, nor from one that breaks off', async () => {
    const address = await serving((request) => request.socket.destroy());
    const unreachable = { kind: 'failed', problem: { is: 'unreachable' } };
    expect(await fetchProfile({ address, etag: null }, fetch)).toEqual(unreachable);
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
    expect(await fetchProfile({ address, etag: null }, fetch)).toEqual(unreachable);
  });

  it('does not come from a server that is too slow', async () => {
    const timeout = new AbortController();
    const slow = (async (_: string, { signal }: RequestInit) => {
      timeout.abort();
      signal?.throwIfAborted();
      throw new Error('It was not over.');
    }) as typeof fetch;
    const real = AbortSignal.timeout;
    AbortSignal.timeout = () => timeout.signal;
    try {
      expect(await fetchProfile({ address: 'https://a.pl/p', etag: null }, slow)).toEqual({
        kind: 'failed',
        problem: { is: 'slow' },
      });
    } finally {
      AbortSignal.timeout = real;
    }
  });
});

it('An address is looked at at once, then daily; after a failure soon, then less and less often', () => {
  const fresh = freshAddress('https://a.pl/p', false);
  expect(nextFetchAt(fresh)).toBe(0);
  const minutes = [0, 1, 2, 3, 4, 5, 90].map(
    (failures) => (nextFetchAt({ ...fresh, triedAt: 1_000, failures }) - 1_000) / 60_000,
  );
  expect(minutes).toEqual([1_440, 5, 30, 120, 360, 1_440, 1_440]);
});
