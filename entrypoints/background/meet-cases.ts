import type { Encounter } from '@/lib/encounter';
import type { CaseSign } from '@/lib/page';
import { addMetSign, stepEncounter } from '@/lib/store';

/** A case looked at while a client is served belongs to that service; the store keeps only its key. */
export async function meetCase(encounter: Encounter, caseKey: string, sign: CaseSign): Promise<void> {
  if (encounter.cases?.includes(caseKey)) return;
  await stepEncounter({ kind: 'meet-case', caseKey }, new Date());
  await addMetSign(encounter.id, sign.raw);
}
