export type { Encounter } from './encounter';
