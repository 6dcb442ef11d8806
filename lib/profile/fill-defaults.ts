import type { Profile, ProfileSource } from './schema';

/**
 * Fills in what a profile leaves out, as the schema does, but without it: that is many times quicker each time
 * the background wakes. The profile must be one that `parseProfile` took; a test holds the two to the same answer.
 */
export function fillDefaults(source: ProfileSource): Profile {
  return {
    ...source,
    systems: source.systems ?? [],
    reminders: (source.reminders ?? []).map((reminder) => ({
      where: 'page',
      priority: 5,
      ...reminder,
      cadence: { repeat: 'fading', ...reminder.cadence },
    })),
    checklists: (source.checklists ?? []).map((list) => ({
      ...list,
      items: list.items.map((item) => ({ provisions: [], ...item })),
    })),
    glossary: source.glossary ?? [],
    directory: (source.directory ?? []).map((entry) => ({ subjects: [], jrwa: [], ...entry })),
    callbacks: {
      promptly: 120,
      hours: {},
      retention: 14,
      maskPhones: false,
      ...source.callbacks,
      escalation: { before: 10, every: 60, substituteAfter: 240, ...source.callbacks?.escalation },
    },
    encounters: { retention: 30, caseSigns: 'hashed', ...source.encounters },
    budget: { perDay: 8, perEncounter: 3, perMoment: 1, ...source.budget },
    locked: source.locked ?? [],
  } as Profile;
}
