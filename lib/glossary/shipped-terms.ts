import { type Area, areas, type Term } from './term';
import building from './terms/building.json';
import council from './terms/council.json';
import courtAndEnforcement from './terms/court-and-enforcement.json';
import environment from './terms/environment.json';
import office from './terms/office.json';
import procedure from './terms/procedure.json';
import property from './terms/property.json';
import registry from './terms/registry.json';
import serviceOfLetters from './terms/service-of-letters.json';
import social from './terms/social.json';
import style from './terms/style.json';
import tax from './terms/tax.json';

const byArea: Record<Area, Omit<Term, 'area'>[]> = {
  procedure,
  'service-of-letters': serviceOfLetters,
  'court-and-enforcement': courtAndEnforcement,
  tax,
  building,
  property,
  registry,
  social,
  environment,
  office,
  council,
  style,
};

/** The terms that come with Obok, area by area. */
export function shippedTerms(): Term[] {
  return areas.flatMap((area) => byArea[area].map((term) => ({ ...term, area })));
}
