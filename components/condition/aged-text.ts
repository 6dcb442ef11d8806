import { type Aged, usedDays } from '@/lib/ageing';
import { translate as t } from '@/lib/i18n';
import type { SystemNames } from './clause-text';

/** „Nie pasował od 30 dni, choć EZD RP był używany w 18 dniach” */
export function agedText({ days, used, system }: Aged, systems: SystemNames): string {
  const words = { days, used, system: systems.get(system) ?? system };
  return t(days > usedDays ? 'condition:agedLong' : 'condition:aged', { ...words, kept: usedDays });
}
