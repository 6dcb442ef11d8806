export { calendarFile } from './calendar-file';
export { type HandOver, handOverOf, limits } from './content';
export { faultOf, openFile, sealFile } from './sealed-file';
export { handOverMail, handOverSheet } from './sheet';
export { tableFile } from './table-file';
export { type ChangedPart, canTake, isProposed, type PlannedTaking, planTaking, take } from './take';
