import { warsawParts } from '@/lib/calendar';

const two = (value: number) => String(value).padStart(2, '0');

/** `oddzwonienia-2026-11-27.obok`: a name that tells nothing of anybody. */
export function fileNameOf(now: Date, ending: 'obok' | 'ics' | 'csv'): string {
  const { year, month, day } = warsawParts(now);
  return `oddzwonienia-${year}-${two(month)}-${two(day)}.${ending}`;
}
