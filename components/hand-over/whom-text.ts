import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { coveredNumber, phoneText } from '../callbacks';

/**
 * „Kowalska, 600 123 456, wymiar podatku”: enough to know which promise is meant.
 *
 * @param isCovered true where the profile wants numbers covered: „Kowalska, ••• ••• 456”
 */
export function whomText(
  callback: Pick<Callback, 'name' | 'phone' | 'extension' | 'subject'>,
  isCovered: boolean,
): string {
  const { name, subject } = callback;
  const number = isCovered ? coveredNumber(callback) : phoneText(callback);
  return [name, number, subject].filter(Boolean).join(', ') || t('callbacks:row.unnamed');
}
