export { beginsService, type Encounter } from './encounter';
