export {
  type Aged,
  type Ageing,
  agedAfter,
  agedOf,
  type Counted,
  countPage,
  enoughUse,
  nothingCounted,
  usedDays,
} from './ageing';
export { type Repair, repairsOf } from './repairs';
