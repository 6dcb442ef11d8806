/**
 * Why no profile came. `permission`: the browser lets Obok fetch nothing from there. `unreachable`: no answer. `slow`: the
 * answer did not end in time. `status`: the server refused, with an HTTP status. `too-big`, `not-text`: it is no profile.
 */
type FetchProblem =
  | { is: 'permission' | 'unreachable' | 'slow' | 'too-big' | 'not-text' }
  | { is: 'status'; status: number };

/** What is known of the address on the office's network from which a profile comes. */
export interface AddressState<Refusal> {
  address: string;
  /** True where the administrator's policy gave it. */
  isManaged: boolean;
  /** By it the server tells that nothing has changed. */
  etag: string | null;
  /** Milliseconds since the epoch. */
  triedAt: number | null;
  /** When the server last answered with a profile, or that it is still the same. */
  answeredAt: number | null;
  /** How many tries in a row have failed. */
  failures: number;
  problem: { kind: 'fetch'; fetch: FetchProblem } | { kind: 'refused'; why: Refusal } | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** After a failure: soon, then less and less often, so that forty computers do not stand at a server's door. */
const patience = [5 * minute, 30 * minute, 2 * 60 * minute, 6 * 60 * minute];
/** A profile is 256 kB at most, signed twice that; in bytes. */
const most = 2 * 256 * 1024 + 1_024;
/** How long a server may take, in milliseconds. */
const longest = 20_000;

export function freshAddress(address: string, isManaged: boolean): AddressState<never> {
  return { address, isManaged, etag: null, triedAt: null, answeredAt: null, failures: 0, problem: null };
}

/** When it is next to be fetched, in milliseconds since the epoch; 0 is at once. */
export function nextFetchAt({ triedAt, failures }: AddressState<unknown>): number {
  if (triedAt === null) return 0;
  return triedAt + (failures === 0 ? day : (patience[failures - 1] ?? day));
}

export type Fetched =
  | { kind: 'profile'; file: string; etag: string | null }
  | { kind: 'same' }
  | { kind: 'failed'; problem: FetchProblem };

/**
 * Fetches a profile: no cookies, no cache, nothing sent but the address; one that is too big is left off where it becomes
 * so. Never rejects.
 *
 * @param within the browser's `fetch`
 */
export async function fetchProfile(
  { address, etag }: Pick<AddressState<unknown>, 'address' | 'etag'>,
  within: typeof fetch,
): Promise<Fetched> {
  const failed = (problem: FetchProblem): Fetched => ({ kind: 'failed', problem });
  const over = AbortSignal.timeout(longest);
  try {
    const answer = await within(address, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: etag === null ? {} : { 'If-None-Match': etag },
      signal: over,
    });
    if (answer.status === 304) return { kind: 'same' };
    if (!answer.ok) return failed({ is: 'status', status: answer.status });
    const bytes = await bytesOf(answer);
    if (bytes === null) return failed({ is: 'too-big' });
    try {
      const file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return { kind: 'profile', file, etag: answer.headers.get('ETag') };
    } catch {
      return failed({ is: 'not-text' });
    }
  } catch {
    return failed({ is: over.aborted ? 'slow' : 'unreachable' });
  }
}

/** @returns null where it is too big; the rest is not waited for */
async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      void reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
