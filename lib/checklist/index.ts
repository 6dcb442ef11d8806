export { abuseCourse, type CourseStep, neutralNote } from './abusive-conduct';
export { endingFacts, type ItemFact, nothingKnown, tellsNumber } from './ending-facts';
export { type EndingItem, endingItems, isOpen, mostItems } from './ending-items';
export { promiseOf } from './promise-of';
