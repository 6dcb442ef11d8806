export {
  asksOfCandidates,
  candidatesOf,
  matchesOn,
  type PageAnswer,
  withAnswer,
} from './candidates';
export type { Pointed, PointOrder } from './pointed';
export { groundOf, signalCandidatesOf, signalLasts } from './signal-candidates';
