export { asksOf } from './asks';
export { decisionsByMoment } from './by-moment';
export { closenessOf } from './condition';
export { decide } from './decide';
export type { DecideInput, Decision, ReminderEvent, Switches } from './decision';
export { fadingOf, habitRung, ladder } from './fading';
export { conditionHolds } from './holds';
export { asksPage, fitsPage } from './page-fit';
export { promptOf } from './prompt';
