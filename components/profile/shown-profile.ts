import { baseLayer, type Profile, type ProfileLayer, type ReadProfile } from '@/lib/profile';

export const takenLayers = ['office', 'referat'] as const;
export type TakenLayer = (typeof takenLayers)[number];

/** A profile that was taken, as the screen shows it. */
export interface ShownProfile {
  layer: TakenLayer;
  /** Null where it can no longer be read: it is set aside. */
  read: ReadProfile | null;
  source: string;
  fileName: string;
  takenAt: Date;
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
