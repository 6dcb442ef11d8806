export { isoWeekOf, lastWeeks } from './iso-week';
export {
  addWorkingTime,
  isOpen,
  nextOpening,
  type Opening,
  type OpeningHours,
  openingsOn,
  usualHours,
} from './opening-hours';
export { holidayOn, isWorkingDay, publicHoliday } from './public-holiday';
export { type SeenDays, seeDay } from './seen-days';
export {
  asUtcDate,
  atWarsawMinute,
  type CalendarDate,
  dateOfDay,
  dayNumberOf,
  fromWarsaw,
  isoWeekday,
  mondayOf,
  startOfWarsawDay,
  type WarsawParts,
  warsawDay,
  warsawMinute,
  warsawParts,
} from './warsaw';
export { clockSaid, whenSaid } from './when-said';
