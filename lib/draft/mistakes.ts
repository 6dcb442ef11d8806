import type { ProfileError } from '@/lib/profile';

/** The mistakes at a path and under it: `reminders[2]` has those of `reminders[2].when.all[0].field`, too. */
export function mistakesUnder(mistakes: readonly ProfileError[], path: string): ProfileError[] {
  return mistakes.filter(
    (one) => one.path === path || one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`),
  );
}
