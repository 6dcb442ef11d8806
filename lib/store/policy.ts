import { noPolicy, type Policy, type PolicyFault, readPolicy } from '@/lib/policy';
import { database } from './database';
import type { NotTaken, TakenLayer } from './profiles';

/** The administrator's policy, as it was last seen. */
export interface PolicyRow {
  policy: Policy;
  faults: PolicyFault[];
  /** Profiles of the policy that could not be taken; what stood before goes on. */
  notTaken: Partial<Record<TakenLayer, NotTaken>>;
  /** Profiles of the policy of which it is not known yet what became: a worker that died left them, or takes them now. */
  awaited?: TakenLayer[];
  /** Milliseconds since the epoch; null where there never was one. */
  readAt: number | null;
}

const never: PolicyRow = { policy: noPolicy, faults: [], notTaken: {}, readAt: null };

/** The policy as it was last seen, or an empty one. */
export async function readPolicyRow(): Promise<PolicyRow> {
  const row = await database().singles.get('policy');
  return row?.name === 'policy' ? row.value : never;
}

/**
 * Keeps what the browser hands over as policy. An empty one is no news until there has been another: at its first start
 * Chromium hands over nothing for some seconds, and tells of the policy later. One that is withdrawn binds no longer; the
 * profile that it gave stays.
 *
 * @param raw what `storage.managed` holds; null where the browser has no policy for the extension
 * @returns the policy as it stands now, and the profiles to take: those that are not yet in force as it gives them
 */
export async function keepPolicy(
  raw: unknown,
  now: Date,
): Promise<{ row: PolicyRow; toTake: { layer: TakenLayer; file: string }[] }> {
  const { policy, faults } = readPolicy(raw ?? {});
  return database().transaction('rw', database().singles, async () => {
    const before = await readPolicyRow();
    const isEmpty = Object.keys((raw ?? {}) as object).length === 0;
    if (isEmpty && before.readAt === null) return { row: before, toTake: [] };
    const profiles = await database().singles.get('profiles');
    const taken = profiles?.name === 'profiles' ? profiles.value : [];
    const toTake = (['office', 'referat'] as const).flatMap((layer) => {
      const file = policy[`${layer}Profile`];
      if (file === undefined) return [];
      const isInForce =
        before.policy[`${layer}Profile`] === file &&
        before.notTaken[layer] === undefined &&
        before.awaited?.includes(layer) !== true &&
        taken.some((one) => one.layer === layer && one.from.kind === 'policy');
      return isInForce ? [] : [{ layer, file }];
    });
    const row: PolicyRow = {
      policy,
      faults,
      notTaken: before.notTaken,
      awaited: toTake.map(({ layer }) => layer),
      readAt: now.getTime(),
    };
    await database().singles.put({ name: 'policy', value: row });
    return { row, toTake };
  });
}

/** Notes what became of a profile of the policy. @param why it could not be taken, for the screen; null where it was */
export async function noteTaking(layer: TakenLayer, why: NotTaken | null): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    const row = await readPolicyRow();
    const { [layer]: _, ...others } = row.notTaken;
    const value: PolicyRow = {
      ...row,
      awaited: row.awaited?.filter((one) => one !== layer) ?? [],
      notTaken: why === null ? others : { ...others, [layer]: why },
    };
    await database().singles.put({ name: 'policy', value });
  });
}
