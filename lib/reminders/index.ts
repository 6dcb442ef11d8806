export { asksOf } from './asks';
export { decisionsByMoment, type MomentGroup } from './by-moment';
export { decide } from './decide';
export type { DecideInput, Decision, ReminderEvent, Switches } from './decision';
export { type Fading, fadingOf, habitRung, ladder } from './fading';
export { type Prompt, promptOf } from './prompt';
