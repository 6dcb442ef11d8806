import { type ProfileList, profileLists } from './layers';
import { profileValues } from './read-profile';
import type { Profile } from './schema';
import { isObject, valueAt } from './value-at';

/** One field that is another afterwards; undefined on the side where it is not there. */
export interface FieldChange {
  /** E.g. `office.phone`, `cadence.repeat`, `items.numer.text`: what has an id is named by it. */
  path: string;
  before: unknown;
  after: unknown;
}

/** A thing in a list, by what a person knows it by: the text of a reminder, the name of a person. */
export interface Listed {
  id: string;
  title: string;
}

/** What becomes of one list. */
export interface ListChanges {
  list: ProfileList | 'locked';
  added: Listed[];
  changed: (Listed & { fields: FieldChange[] })[];
  removed: Listed[];
}

/** What is different in `after`; lists in which nothing changes are not there. */
export interface ProfileChanges {
  values: FieldChange[];
  lists: ListChanges[];
}

/** A condition, a week of hours: told as one thing. */
const wholes = new Set(['when', 'callbacks.hours']);

/** Tells what would be added, changed and removed if `after` took the place of `before`; their order does not count. */
export function compareProfiles(before: Profile, after: Profile): ProfileChanges {
  const values = profileValues.flatMap((value) => {
    const path = value.split('.');
    // An office or a referat that was not named at all: field by field, too.
    const nothing = value === 'office' || value === 'referat' ? {} : undefined;
    return difference(valueAt(before, path) ?? nothing, valueAt(after, path) ?? nothing, value);
  });
  const lists = [
    ...profileLists.map((list) => compareList(list, before, after)),
    compareLocked(before, after),
  ];
  return {
    values,
    lists: lists.filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0),
  };
}

type Item = Profile[ProfileList][number];

function compareList(list: ProfileList, before: Profile, after: Profile): ListChanges {
  const standing = new Map<string, Item>(before[list].map((item) => [item.id, item]));
  const coming = new Map<string, Item>(after[list].map((item) => [item.id, item]));
  const changed = [...coming.values()].flatMap((item) => {
    const old = standing.get(item.id);
    const fields = old === undefined ? [] : difference(old, item, '');
    return fields.length === 0 ? [] : [{ ...listed(item), fields }];
  });
  return {
    list,
    added: [...coming.values()].filter(({ id }) => !standing.has(id)).map(listed),
    changed,
    removed: [...standing.values()].filter(({ id }) => !coming.has(id)).map(listed),
  };
}

function compareLocked(before: Profile, after: Profile): ListChanges {
  const titles = new Map([...before.reminders, ...after.reminders].map(({ id, text }) => [id, text]));
  const named = (id: string): Listed => ({ id, title: titles.get(id) ?? id });
  return {
    list: 'locked',
    added: after.locked.filter((id) => !before.locked.includes(id)).map(named),
    changed: [],
    removed: before.locked.filter((id) => !after.locked.includes(id)).map(named),
  };
}

function listed(item: Item): Listed {
  if ('text' in item) return { id: item.id, title: item.text };
  if ('headword' in item) return { id: item.id, title: item.headword };
  return { id: item.id, title: 'person' in item ? item.person : item.name };
}

/** Goes down as far as there are names; a list without ids is one thing. */
function difference(before: unknown, after: unknown, path: string): FieldChange[] {
  if (!wholes.has(path)) {
    const [old, next] = [named(before), named(after)];
    if (old && next) {
      return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) =>
        difference(old.get(key), next.get(key), path === '' ? key : `${path}.${key}`),
      );
    }
  }
  return isSame(before, after) ? [] : [{ path, before, after }];
}

/** Parts by name: an object's own, or the things of a list by their ids. */
function named(value: unknown): Map<string, unknown> | null {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value) || value.length === 0) return null;
  const hasIds = value.every((item) => isObject(item) && typeof item.id === 'string');
  // A map: an id may be „constructor”.
  return hasIds ? new Map(value.map((item) => [item.id, item])) : null;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => isSame(part, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSame(one[key], other[key]));
  }
  return one === other;
}
