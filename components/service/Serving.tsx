import { useEffect, useState } from 'react';
import type { Encounter } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import { apologyForWait } from './waiting-call';

export interface ServingProps {
  encounter: Encounter;
  /** Case signs met in this service, as written. */
  signs: readonly string[];
  /** True for a call that was interrupted and is being rung back. */
  isCallingBack: boolean;
  onClientAtDesk(): void;
  onNoAnswer(): void;
  /** Null when the wait is over. */
  onWait(minutes: number | null): void;
}

const waits = [5, 10, 15];

/** What may happen while a client is served: another comes to the desk, this one must wait, nobody picks up. */
export function Serving(props: ServingProps) {
  const { encounter, signs, isCallingBack, onClientAtDesk, onNoAnswer, onWait } = props;
  const isOnPhone = encounter.channel === 'phone-in' || encounter.channel === 'phone-out';
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="serving">
      {signs.length > 0 && (
        <p className="soft">
          {t('service:signs', { count: signs.length })} {signs.slice(0, 3).join(', ')}
          {signs.length > 3 && ' …'}
        </p>
      )}
      <div className="row">
        {isOnPhone && (
          <button type="button" aria-keyshortcuts="Alt+Shift+K" onClick={onClientAtDesk}>
            {t('service:clientAtDesk')}
          </button>
        )}
        {isCallingBack && (
          <button type="button" onClick={onNoAnswer}>
            {t('service:noAnswer')}
          </button>
        )}
        {!encounter.waiting && (
          <button
            type="button"
            className="quiet"
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          >
            {t('service:wait.ask')}
          </button>
        )}
      </div>
      {isAsking && !encounter.waiting && (
        <fieldset className="waits">
          <legend>{t('service:wait.how')}</legend>
          {waits.map((minutes) => (
            <button
              key={minutes}
              type="button"
              onClick={() => {
                setAsking(false);
                onWait(minutes);
              }}
            >
              {t('service:wait.minutes', { count: minutes })}
            </button>
          ))}
        </fieldset>
      )}
      {encounter.waiting && <Wait waiting={encounter.waiting} onOver={() => onWait(null)} />}
    </div>
  );
}

/** The sentence to say, and how long is left of what was promised. */
function Wait({ waiting, onOver }: { waiting: NonNullable<Encounter['waiting']>; onOver(): void }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(ticking);
  }, []);
  const left = Math.ceil((waiting.since + waiting.minutes * 60_000 - now) / 60_000);
  return (
    <div className="wait">
      <p className="say" lang="pl">
        <span className="say-label">{t('panel:card.say')}</span>„{apologyForWait(waiting.minutes)}”
      </p>
      <div className="row">
        <p role="timer" aria-label={t('service:wait.name')}>
          {left > 0 ? t('service:wait.left', { count: left }) : t('service:wait.over')}
        </p>
        <button type="button" onClick={onOver}>
          {t('service:wait.done')}
        </button>
      </div>
    </div>
  );
}
