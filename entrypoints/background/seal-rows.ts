import { renewSeals } from '@/lib/store';
import { unattended } from './unattended';

/** Seals what an earlier version of Obok left in clear; should the worker be stopped on its way, the next start goes on. */
export function sealRows(): void {
  unattended(renewSealsInTurn(new Date()));
}

/** One after another: two at once would do the same work twice. */
export async function renewSealsInTurn(now: Date): Promise<void> {
  await navigator.locks.request('renew-seals', () => renewSeals(now));
}
