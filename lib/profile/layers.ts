import { type ProfileValue, profileValues, type ReadProfile } from './read-profile';
import type { Profile } from './schema';

/** The lists of a profile, in which each thing has an id. */
export const profileLists = ['reminders', 'checklists', 'systems', 'glossary', 'directory'] as const;
export type ProfileList = (typeof profileLists)[number];

/** From the ground up: what ships with the extension, the office's, the referat's. */
export type LayerName = 'base' | 'office' | 'referat';

/** A profile in its place among the others. */
export interface ProfileLayer extends ReadProfile {
  layer: LayerName;
}

/**
 * Lays profiles over one another. In every list what has the same id is replaced whole, where it stands, and what is new
 * comes after. A single value is that of the last layer that writes it; defaults that the parser filled in do not count
 * as written. Nothing can be unlocked from above: `locked` only grows. Name, id and number are those of the last layer.
 *
 * @param layers from the office upwards; with none the base itself comes back
 */
export function mergeProfiles(base: Profile, ...layers: ReadProfile[]): Profile {
  return layers.reduce(lay, base);
}

function lay(below: Profile, { profile: above, written }: ReadProfile): Profile {
  return {
    ...below,
    id: above.id,
    seq: above.seq,
    name: above.name,
    ...writtenOf(above, '', written),
    callbacks: {
      ...below.callbacks,
      ...writtenOf(above.callbacks, 'callbacks.', written),
      escalation: {
        ...below.callbacks.escalation,
        ...writtenOf(above.callbacks.escalation, 'callbacks.escalation.', written),
      },
    },
    encounters: { ...below.encounters, ...writtenOf(above.encounters, 'encounters.', written) },
    budget: { ...below.budget, ...writtenOf(above.budget, 'budget.', written) },
    reminders: byId(below.reminders, above.reminders),
    checklists: byId(below.checklists, above.checklists),
    systems: byId(below.systems, above.systems),
    glossary: byId(below.glossary, above.glossary),
    directory: byId(below.directory, above.directory),
    locked: [...new Set([...below.locked, ...above.locked])],
  };
}

/** The part of `values` that was written under `prefix`. */
function writtenOf<Values extends object>(
  values: Values,
  prefix: '' | 'callbacks.' | 'callbacks.escalation.' | 'encounters.' | 'budget.',
  written: readonly string[],
): Partial<Values> {
  const entries = Object.entries(values).filter(([key]) => written.includes(prefix + key));
  return Object.fromEntries(entries) as Partial<Values>;
}

function byId<Item extends { id: string }>(below: Item[], above: Item[]): Item[] {
  const merged = new Map(below.map((item) => [item.id, item]));
  for (const item of above) merged.set(item.id, item);
  return [...merged.values()];
}

/**
 * The terms that an office or a referat wrote: new ones, and those it put in the place of a shipped one.
 *
 * @param merged what `mergeProfiles` made of `base`
 */
export function ownGlossary(merged: Profile, base: Profile): Profile['glossary'] {
  const shipped = new Set(base.glossary);
  return merged.glossary.filter((term) => !shipped.has(term));
}

/** From which layer each thing in force comes. */
export interface Origins {
  /** Undefined where no layer says anything. */
  values: Partial<Record<ProfileValue, LayerName>>;
  /** By id. */
  lists: Record<ProfileList, Map<string, LayerName>>;
}

/** @param layers in the order in which `mergeProfiles` lays them, the base first */
export function originsOf(layers: readonly ProfileLayer[]): Origins {
  const values: Origins['values'] = {};
  const lists: Origins['lists'] = {
    reminders: new Map(),
    checklists: new Map(),
    systems: new Map(),
    glossary: new Map(),
    directory: new Map(),
  };
  for (const { layer, profile, written } of layers) {
    for (const value of written) values[value] = layer;
    for (const list of profileLists) for (const { id } of profile[list]) lists[list].set(id, layer);
  }
  return { values, lists };
}

/** The shipped profile as the lowest layer: a default of its counts as said by it. */
export function baseLayer(profile: Profile): ProfileLayer {
  const unsaid = (['office', 'referat', 'introduction'] as const).filter(
    (value) => profile[value] === undefined,
  );
  const written = profileValues.filter((value) => !(unsaid as readonly string[]).includes(value));
  return { layer: 'base', profile, written };
}
