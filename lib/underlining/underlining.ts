export const underlinings = ['off', 'on-request', 'always'] as const;
export type Underlining = (typeof underlinings)[number];

/** `System.id` → what the clerk chose; off where nothing was. */
export type UnderliningChoices = Record<string, Underlining>;

/** What the clerk asked for by the panel’s button, in one tab: it holds while the tab stays in that system. */
export interface UnderliningRequest {
  system: string | null;
  isOn: boolean;
}

/** A page of no known system has the choice of „other systems”. */
const otherSystems = 'generic';

export function underliningIn(system: string | null, choices: UnderliningChoices): Underlining {
  return choices[system ?? otherSystems] ?? 'off';
}

/** @param request of the tab; null where nothing was asked for */
export function isUnderlined(
  system: string | null,
  choices: UnderliningChoices,
  request: UnderliningRequest | null,
): boolean {
  const choice = underliningIn(system, choices);
  if (choice === 'off') return false;
  return request?.system === system ? request.isOn : choice === 'always';
}
