export {
  type Ageing,
  agedAfter,
  agedOf,
  type Counted,
  countPage,
  enoughUse,
  nothingCounted,
  usedDays,
} from './ageing';
