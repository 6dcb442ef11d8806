export { effectiveMoment, isRunning } from './effective-moment';
export { beginsService, type Encounter } from './encounter';
