import { fromWarsaw, type OpeningHours, usualHours, warsawParts } from '@/lib/calendar';
import type { QuickEntry } from '@/lib/callbacks';

/** One line as typed, and its right reading; a field that is missing must be missing in the answer. */
export interface Expected {
  text: string;
  phone?: string;
  name?: string;
  /** On Warsaw's wall: `2026-11-26 10:00`. */
  due?: string;
  subject?: string;
  moved?: string;
  comment?: string;
}

/** Lines typed at one moment in an office with these hours; the usual ones where none are named. */
export interface Group {
  now: string;
  hours?: string;
  entries: Expected[];
}

export const hoursByName: Record<string, OpeningHours> = {
  usual: usualHours,
  'long Monday, lunch, short Friday': {
    1: [
      ['08:00', '12:00'],
      ['12:30', '18:00'],
    ],
    2: [['07:30', '15:30']],
    3: [['07:30', '15:30']],
    4: [['07:30', '15:30']],
    5: [['07:30', '14:00']],
  },
};

/** `2026-11-25 09:15` on Warsaw's wall. */
export function at(text: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return fromWarsaw({ year, month, day, hour, minute });
}

function onTheWall(date: Date): string {
  const { year, month, day, hour, minute } = warsawParts(date);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** An answer in the words of the tables. */
export function told({ phone, name, due, subject, movedToOpening }: QuickEntry): Omit<Expected, 'text'> {
  return {
    ...(phone !== undefined && { phone }),
    ...(name !== undefined && { name }),
    ...(due !== undefined && { due: onTheWall(due) }),
    ...(subject !== undefined && { subject }),
    ...(movedToOpening !== undefined && { moved: movedToOpening }),
  };
}
