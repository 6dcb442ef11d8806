import { dateOfDay } from '@/lib/calendar';
import { t } from './words';

const two = (value: number) => String(value).padStart(2, '0');

/** `23.11`. @param day in days since 1 January 1970 */
export function dayText(day: number): string {
  const date = dateOfDay(day);
  return `${date.day}.${two(date.month)}`;
}

/** `23.11–29.11`. @param monday in days since 1 January 1970 */
export const weekText = (monday: number): string => `${dayText(monday)}–${dayText(monday + 6)}`;

/** „ok. 35 min”, „ok. 2 godz. 10 min”: a median of sums is rough, and so are its words. @param minutes of opening time */
export function spanText(minutes: number): string {
  const rough = minutes < 60 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
  const hours = Math.floor(rough / 60);
  const rest = rough % 60;
  if (hours === 0) return t('insight:minutes', { minutes: rest });
  return rest === 0 ? t('insight:hours', { hours }) : t('insight:hoursAndMinutes', { hours, minutes: rest });
}
