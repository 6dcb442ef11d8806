export { type Check, examine, isTroubling } from './examine';
export type { Facts, KeptFacts } from './facts';
export { originOf, originsIn } from './origins';
export { reportOf } from './report';
