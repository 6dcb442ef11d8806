export { effectiveMoment } from './effective-moment';
export {
  beginsService,
  type Encounter,
  type ItemAnswer,
  isRunning,
  isSetAside,
  type Unfinished,
} from './encounter';
export { type EncounterStep, takeStep } from './take-step';
