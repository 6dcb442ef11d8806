export {
  asksOfCandidates,
  type Candidate,
  candidatesOf,
  matchesOn,
  type PageAnswer,
  withAnswer,
} from './candidates';
export type { Pointed, PointOrder } from './pointed';
