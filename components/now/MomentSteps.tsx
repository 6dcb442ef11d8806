import { translate as t } from '@/lib/i18n';
import type { Moment } from '@/lib/standard';
import { encounterMoments } from './now-model';

export interface MomentStepsProps {
  moment: Moment;
  isFromPage: boolean;
  onMove(moment: Moment): void;
}

/** The stages of service; a press moves the encounter there. */
export function MomentSteps({ moment, isFromPage, onMove }: MomentStepsProps) {
  return (
    <div className="moments">
      <ol aria-label={t('panel:moments.name')}>
        {encounterMoments.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={one === moment ? 'moment is-present' : 'moment'}
              aria-current={one === moment ? 'step' : undefined}
              onClick={() => onMove(one)}
            >
              {t(`common:moment.${one}`)}
            </button>
          </li>
        ))}
      </ol>
      {isFromPage && <p className="soft">{t('panel:moments.fromPage')}</p>}
    </div>
  );
}
