import type { Profile } from '@/lib/profile';
import { isOpenEncounter } from './encounters';
import { changeSession, readSession, watchSession } from './session-value';

/** What Obok knows was done in a service; checklists tick themselves off by it. */
export type ServiceFact = NonNullable<Profile['checklists'][number]['items'][number]['knownBy']>;

const keyOf = (encounterId: string) => `facts:${encounterId}`;

/** What was seen to be done in a service and stands in no store. In memory only, gone with the service. */
export async function readServiceFacts(encounterId: string): Promise<ServiceFact[]> {
  return (await readSession<ServiceFact[]>(keyOf(encounterId))) ?? [];
}

/**
 * Notes a fact, once, while the service is not over.
 *
 * @returns whether it is new: only then may an undo take it back
 */
export async function addServiceFact(encounterId: string, fact: ServiceFact): Promise<boolean> {
  if (!(await isOpenEncounter(encounterId))) return false;
  let isNew = false;
  await changeSession<ServiceFact[]>(keyOf(encounterId), (facts = []) => {
    isNew = !facts.includes(fact);
    return isNew ? [...facts, fact] : facts;
  });
  return isNew;
}

/** Takes a fact back (undo). */
export async function removeServiceFact(encounterId: string, fact: ServiceFact): Promise<void> {
  await changeSession<ServiceFact[]>(keyOf(encounterId), (facts = []) => facts.filter((one) => one !== fact));
}

export function watchServiceFacts(encounterId: string, listener: () => void, signal: AbortSignal): void {
  watchSession(keyOf(encounterId), listener, signal);
}
