import type { ProfileSource } from '@/lib/profile';
import type { Moment } from '@/lib/standard';

/** A reminder as it stands in a draft: what is left out has its default. */
export type DraftReminder = NonNullable<ProfileSource['reminders']>[number];

/** A change of some fields; undefined takes a field out. */
export type Fields<Value> = { [Key in keyof Value]?: Value[Key] | undefined };

export function remindersOf(draft: ProfileSource): DraftReminder[] {
  return draft.reminders ?? [];
}

/** An id that no list of the draft has yet: its own, with a number. */
export function newId(draft: ProfileSource, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  const stem = draft.id.slice(0, 70) || 'profil';
  let number = taken.length + 1;
  while (ids.has(`${stem}.${number}`)) number += 1;
  return `${stem}.${number}`;
}

/** Adds an empty reminder after the last one of its moment. */
export function addReminder(draft: ProfileSource, moment: Moment): { draft: ProfileSource; id: string } {
  const reminders = remindersOf(draft);
  const id = newId(draft, reminders);
  const last = reminders.findLastIndex((one) => one.moment === moment);
  const at = last === -1 ? reminders.length : last + 1;
  return {
    draft: withReminders(draft, reminders.toSpliced(at, 0, { id, provisions: [], moment, text: '' })),
    id,
  };
}

/** Puts a copy after a reminder. */
export function copyReminder(draft: ProfileSource, id: string): { draft: ProfileSource; id: string } {
  const reminders = remindersOf(draft);
  const at = reminders.findIndex((one) => one.id === id);
  const original = reminders[at];
  if (original === undefined) return { draft, id };
  const copy = { ...structuredClone(original), id: newId(draft, reminders) };
  return { draft: withReminders(draft, reminders.toSpliced(at + 1, 0, copy)), id: copy.id };
}

export function changeReminder(
  draft: ProfileSource,
  id: string,
  fields: Fields<DraftReminder>,
): ProfileSource {
  return withReminders(
    draft,
    remindersOf(draft).map((one) => (one.id === id ? changed(one, fields) : one)),
  );
}

/** Takes a reminder out, and its lock with it. */
export function removeReminder(draft: ProfileSource, id: string): ProfileSource {
  return withReminders(
    lockReminder(draft, id, false),
    remindersOf(draft).filter((one) => one.id !== id),
  );
}

/** Moves a reminder past its neighbour of the same moment; at the end of them it stays. */
export function moveReminder(draft: ProfileSource, id: string, by: -1 | 1): ProfileSource {
  const reminders = remindersOf(draft);
  const from = reminders.findIndex((one) => one.id === id);
  const moment = reminders[from]?.moment;
  for (let to = from + by; to >= 0 && to < reminders.length; to += by) {
    const other = reminders[to];
    const own = reminders[from];
    if (own && other?.moment === moment && other) {
      return withReminders(draft, reminders.toSpliced(from, 1).toSpliced(to, 0, own));
    }
  }
  return draft;
}

/** Puts a reminder before or after another one, and into that one's moment. */
export function placeReminder(draft: ProfileSource, id: string, beside: string): ProfileSource {
  const reminders = remindersOf(draft);
  const from = reminders.findIndex((one) => one.id === id);
  const to = reminders.findIndex((one) => one.id === beside);
  const [own, other] = [reminders[from], reminders[to]];
  if (own === undefined || other === undefined || from === to) return draft;
  // Dragged down it comes after, dragged up before: there the hand let go of it.
  return withReminders(
    draft,
    reminders.toSpliced(from, 1).toSpliced(to, 0, { ...own, moment: other.moment }),
  );
}

export function isLocked(draft: ProfileSource, id: string): boolean {
  return draft.locked?.includes(id) ?? false;
}

/** Whether a clerk may switch a reminder off; it may be one of a lower layer. */
export function lockReminder(draft: ProfileSource, id: string, locked: boolean): ProfileSource {
  if (isLocked(draft, id) === locked) return draft;
  const others = (draft.locked ?? []).filter((one) => one !== id);
  return changed(draft, { locked: locked ? [...others, id] : others.length > 0 ? others : undefined });
}

/** A copy with some fields changed; what is undefined is taken out, not written. */
export function changed<Value extends object>(value: Value, fields: Fields<Value>): Value {
  const next: Value = { ...value, ...(fields as Partial<Value>) };
  for (const key of Object.keys(fields) as (keyof Value)[]) if (fields[key] === undefined) delete next[key];
  return next;
}

function withReminders(draft: ProfileSource, reminders: DraftReminder[]): ProfileSource {
  return { ...draft, reminders };
}
