import { changeSession, readSession, watchSession } from './session-value';

/** Signs are shown while a service runs and then forgotten: in memory only, the store keeps hashes. */
const keyOf = (encounterId: string) => `signs:${encounterId}`;

/** The case signs met in a service, as written, in the order they were met. */
export async function readMetSigns(encounterId: string): Promise<string[]> {
  return (await readSession<string[]>(keyOf(encounterId))) ?? [];
}

/** Adds a sign, once. */
export async function addMetSign(encounterId: string, sign: string): Promise<void> {
  await changeSession<string[]>(keyOf(encounterId), (met = []) =>
    met.includes(sign) ? met : [...met, sign],
  );
}

/** Calls `listener` whenever signs of a service change, until `signal` aborts. */
export function watchMetSigns(encounterId: string, listener: () => void, signal: AbortSignal): void {
  watchSession(keyOf(encounterId), listener, signal);
}
