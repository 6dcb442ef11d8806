import type { ProfileSource } from '@/lib/profile';
import { changed, type Fields } from './reminders';

type Item = { id: string };

export function changeIn<One extends Item>(items: readonly One[], id: string, fields: Fields<One>): One[] {
  return items.map((one) => (one.id === id ? changed(one, fields) : one));
}

export function removeFrom<One extends Item>(items: readonly One[], id: string): One[] {
  return items.filter((one) => one.id !== id);
}

/** One place up or down; at the end of the list it stays. */
export function moveIn<One extends Item>(items: readonly One[], id: string, by: -1 | 1): One[] {
  const from = items.findIndex((one) => one.id === id);
  const own = items[from];
  const to = from + by;
  if (own === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, own);
}

export type DraftPerson = NonNullable<ProfileSource['directory']>[number];

/** Takes a person out, and with them what names them as somebody's substitute. */
export function removePerson(people: readonly DraftPerson[], id: string): DraftPerson[] {
  return removeFrom(people, id).map((one) =>
    one.substitute === id ? changed(one, { substitute: undefined }) : one,
  );
}

/**
 * Writes one value, e.g. `callbacks.promptly`. Undefined takes it out, and what holds it once that is empty: what a
 * file does not say is left to the profile below.
 */
export function setValue(draft: ProfileSource, path: string, value: unknown): ProfileSource {
  return set(draft, path.split('.'), value) as ProfileSource;
}

function set(holder: object, [key = '', ...deeper]: string[], value: unknown): object | undefined {
  const own = holder as Record<string, unknown>;
  const next = deeper.length === 0 ? value : set((own[key] as object) ?? {}, deeper, value);
  const { [key]: _, ...others } = own;
  if (next === undefined) return Object.keys(others).length === 0 ? undefined : others;
  // In its place, so that a file does not change its order with each word.
  return { ...own, [key]: next };
}

/** „podatek rolny, podatek leśny” → what stands between the commas. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}
