import { useEffect, useState } from 'react';

export const sections = [
  'start',
  'systemy',
  'profil',
  'studio',
  'oddzwonienia',
  'wglad',
  'dane',
  'stan',
  'pomoc',
] as const;
export type Section = (typeof sections)[number];

export const firstRunSteps = [1, 2, 3] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/** Where in the options the clerk is; `step` is null where first run should go on where it was left. */
export interface Place {
  section: Section | null;
  step: FirstRunStep | null;
}

/** `#start/2` → first run, second step. What is not known is no place. */
export function placeOf(hash: string): Place {
  const [name, step] = hash.replace(/^#/, '').split('/');
  return {
    section: sections.find((one) => one === name) ?? null,
    step: firstRunSteps.find((one) => String(one) === step) ?? null,
  };
}

export function goTo(section: Section, step?: FirstRunStep): void {
  location.hash = step === undefined ? section : `${section}/${step}`;
}

/** The place that the address names, so that „back” of the browser works. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return placeOf(hash);
}
