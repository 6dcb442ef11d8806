import { browser } from 'wxt/browser';
import { onMessage } from '@/lib/messaging';
import { addressRules, patternOf } from '@/lib/permissions';
import { type Fetched, fetchProfile, freshAddress, nextFetchAt } from '@/lib/profile-address';
import { changeProfileAddress, type ProfileAddress, readProfileAddress, takeProfile } from '@/lib/store';
import { profileChanged } from './profile-changed';
import { unattended } from './unattended';

const alarm = 'profile-address';

/**
 * Fetches the profile from the address on the office's network, where one was given: at the browser's start, daily, and
 * again after a failure. Where there is no address, nothing is fetched.
 */
export function fetchFromAddress(): void {
  const fetchIfDue = () => unattended(fetchInTurn(false));
  browser.runtime.onStartup.addListener(() => unattended(fetchInTurn(true)));
  browser.runtime.onInstalled.addListener(fetchIfDue);
  browser.permissions.onAdded.addListener(() => unattended(fetchInTurn(true)));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) fetchIfDue();
  });
  onMessage('panel→background: fetch-profile', async () => {
    await fetchInTurn(true);
    return null;
  });
}

/** @param address null where the policy names none; undefined where there is no policy */
export async function followPolicyAddress(address: string | null | undefined): Promise<void> {
  if (address === undefined) return;
  let isNew = false;
  await changeProfileAddress((state) => {
    if (address === null) return state?.isManaged ? null : state;
    if (state?.address === address && state.isManaged) return state;
    isNew = true;
    return freshAddress(address, true);
  });
  if (isNew) unattended(fetchInTurn(true));
}

function fetchInTurn(isAsked: boolean): Promise<void> {
  return navigator.locks.request(alarm, async () => {
    const state = await readProfileAddress();
    if (!state) return void (await browser.alarms.clear(alarm));
    if (isAsked || nextFetchAt(state) <= Date.now()) await fetchAndTake(state);
    const after = await readProfileAddress();
    if (after)
      await browser.alarms.create(alarm, { when: Math.max(nextFetchAt(after), Date.now() + 60_000) });
  });
}

async function fetchAndTake(state: ProfileAddress): Promise<void> {
  const fetched = await fetchFrom(state);
  const now = new Date();
  let next: ProfileAddress = { ...state, triedAt: now.getTime() };
  if (fetched.kind === 'failed') {
    next = {
      ...next,
      failures: state.failures + 1,
      problem: { kind: 'fetch', fetch: fetched.problem },
    };
  } else {
    next = { ...next, failures: 0, answeredAt: now.getTime() };
    if (fetched.kind === 'profile') next = await take(next, fetched.file, fetched.etag, now);
  }
  await changeProfileAddress((standing) => (standing?.address === state.address ? next : standing));
}

/** A profile that was refused is fetched and tried again the next day: the clock, the policy or the file may be mended. */
async function take(
  state: ProfileAddress,
  file: string,
  etag: string | null,
  now: Date,
): Promise<ProfileAddress> {
  const taking = await takeProfile(null, file, { kind: 'address', address: state.address }, now);
  if (!taking.ok) return { ...state, etag: null, problem: { kind: 'refused', why: taking } };
  if (taking.before?.source !== taking.taken.source) await profileChanged();
  return { ...state, etag, problem: null };
}

async function fetchFrom(state: ProfileAddress): Promise<Fetched> {
  const fetched = await fetchProfile(state, fetch);
  if (fetched.kind !== 'failed' || fetched.problem.is !== 'unreachable') return fetched;
  // A server that says nothing of other origins is reached only where the browser permits its address.
  const origins = [patternOf(new URL(state.address), addressRules)];
  const isPermitted = await browser.permissions.contains({ origins });
  return isPermitted ? fetched : { kind: 'failed', problem: { is: 'permission' } };
}
