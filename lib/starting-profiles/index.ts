import type { ProfileSource } from '@/lib/profile';
import officeOfResidents from './profiles/biuro-obslugi.json';
import finance from './profiles/finansowy.json';
import utilities from './profiles/komunalny.json';
import property from './profiles/nieruchomosci.json';
import organisation from './profiles/organizacyjny.json';
import education from './profiles/oswiata.json';
import planning from './profiles/planowanie.json';
import welfare from './profiles/pomoc-spoleczna.json';
import environment from './profiles/srodowisko.json';
import registry from './profiles/usc.json';

/** A profile that a team lead adapts: nobody's names, and classes and cells that she has to check in her own office. */
export type StartingProfile = ProfileSource & { name: string };

/**
 * Profiles for the usual referaty of a rural gmina, in the order of an office's own regulations. Bring this module only
 * when somebody chooses among them: it holds them all.
 */
export const startingProfiles = [
  organisation,
  finance,
  registry,
  planning,
  property,
  utilities,
  environment,
  education,
  welfare,
  officeOfResidents,
] as StartingProfile[];
