import { usualHours } from '@/lib/calendar';
import type { Callback, EscalationRules } from '@/lib/callbacks';

/** Tuesday, ten in the morning. */
export const tuesday = new Date('2026-11-24T10:00:00+01:00');
export const minute = 60_000;
export const hour = 60 * minute;
export const hours = usualHours;
export const rules: EscalationRules = { before: 10, every: 60, substituteAfter: 240, hours };

/** Mrs Kowalska, promised on Tuesday at ten for half past two. */
export const promise = (parts: Partial<Callback> = {}): Callback => ({
  id: 'kowalska',
  kind: 'call',
  state: 'open',
  reason: 'must-check',
  promisedAt: tuesday.getTime(),
  due: tuesday.getTime() + 4.5 * hour,
  name: 'Kowalska',
  phone: '+48600123456',
  attempts: [],
  ...parts,
});

/** Warsaw's wall on some day of that week: `at('2026-11-25 14:00')`. */
export const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00+01:00`);
