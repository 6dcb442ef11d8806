import codeOfEthics from './code-of-ethics.json';
import type { Provision } from './provision';
import serviceStandard from './service-standard.json';

/**
 * Every numbered duty of the office's two texts, the service standard (annex 2) first, then the code of ethics
 * (annex 1), each in its own order. Source: the mayor's order of 1 August 2014; docs/standard.md.
 */
export const provisions: Provision[] = [...serviceStandard, ...codeOfEthics] as Provision[];

const byId = new Map(provisions.map((provision) => [provision.id, provision]));

/** @returns the provision of that id, e.g. `sok.jezyk.1`, or undefined where the standard has none */
export function provisionById(id: string): Provision | undefined {
  return byId.get(id);
}
