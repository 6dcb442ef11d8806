import type { CallbackReason } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';

/** Why somebody is called back, in words. */
export function reasonName(reason: CallbackReason): string {
  switch (reason) {
    case 'unfinished':
      return t('callbacks:reason.unfinished');
    case 'missed':
      return t('callbacks:reason.missed');
    case 'client-at-desk':
      return t('callbacks:reason.clientAtDesk');
    case 'colleague-absent':
      return t('callbacks:reason.colleagueAbsent');
    case 'must-check':
      return t('callbacks:reason.mustCheck');
  }
}
