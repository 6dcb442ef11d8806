import { warsawDay } from '@/lib/calendar';
import { baseLayer, type Profile, type ProfileLayer, type ReadProfile } from '@/lib/profile';
import type { Signature } from '@/lib/signing';

export const takenLayers = ['office', 'referat'] as const;
export type TakenLayer = (typeof takenLayers)[number];

/** A profile that was taken, as the screen shows it. */
export interface ShownProfile {
  layer: TakenLayer;
  /** Null where it can no longer be read: it is set aside. */
  read: ReadProfile | null;
  source: string;
  signature: Signature | null;
  from: { kind: 'file'; name: string } | { kind: 'policy' } | { kind: 'address'; address: string };
  takenAt: Date;
  /** True while the policy or the address that gave it still does: nobody can take it away here. */
  isFixed: boolean;
}

/** The file to save a profile as. */
export function fileNameOf({ from, read, layer }: ShownProfile): string {
  return from.kind === 'file' ? from.name : `${read?.profile.id ?? layer}.json`;
}

const day = 86_400_000;

/** How many days a profile may still be handed out; negative once it may not, null where it says nothing of it. */
export function daysLeft({ validUntil }: Profile, now: Date): number | null {
  if (validUntil === undefined) return null;
  return Math.round(Date.parse(validUntil) / day) - warsawDay(now);
}

/** What is in force, from the ground up. @param instead a profile that would take the place of its layer */
export function layersOf(
  base: Profile,
  kept: readonly ShownProfile[],
  instead?: { layer: TakenLayer; read: ReadProfile },
): ProfileLayer[] {
  const taken = takenLayers.flatMap((layer) => {
    const read = instead?.layer === layer ? instead.read : kept.find((one) => one.layer === layer)?.read;
    return read ? [{ layer, ...read }] : [];
  });
  return [baseLayer(base), ...taken];
}
