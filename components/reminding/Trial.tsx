import { useState } from 'react';
import { translate as t } from '@/lib/i18n';

/** What the clerk saw of a trial. */
export type Seen = 'all' | 'no-notification' | 'no-mark' | 'nothing';

interface TrialProps {
  trial: 'none' | 'waiting' | 'shown';
  onTry(): void;
  onSeen(seen: Seen): void;
}

/** „Sprawdź powiadomienia”: a real alarm, mark and notification, and where to look when one of them was not seen. */
export function Trial({ trial, onTry, onSeen }: TrialProps) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const answer = (what: Seen) => {
    setSeen(what);
    onSeen(what);
  };
  return (
    <>
      <button
        type="button"
        className="main"
        onClick={() => {
          setSeen(null);
          onTry();
        }}
      >
        {t('options:reminding.trial.begin')}
      </button>
      {/* Stands empty at first: only what comes into it is read out. */}
      <div role="status">
        {trial === 'waiting' && <p>{t('options:reminding.trial.waiting')}</p>}
        {trial === 'none' && seen === 'all' && <p>{t('options:reminding.trial.works')}</p>}
      </div>
      {trial !== 'none' && (
        <fieldset className="switches">
          <legend>{t('options:reminding.trial.question')}</legend>
          <div className="row">
            {trial === 'shown' && (
              <>
                <button type="button" onClick={() => answer('all')}>
                  {t('options:reminding.trial.all')}
                </button>
                <button type="button" onClick={() => answer('no-notification')}>
                  {t('options:reminding.trial.noNotification')}
                </button>
              </>
            )}
            <button type="button" onClick={() => answer('no-mark')}>
              {t('options:reminding.trial.noMark')}
            </button>
            {trial === 'waiting' && (
              <button type="button" onClick={() => answer('nothing')}>
                {t('options:reminding.trial.nothing')}
              </button>
            )}
          </div>
        </fieldset>
      )}
      {trial === 'none' && seen !== null && seen !== 'all' && (
        <div role="alert">
          <h3>{t('options:reminding.look.title')}</h3>
          <ul className="facts">
            {placesOf(seen).map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
          <p>{t('options:reminding.look.still')}</p>
        </div>
      )}
    </>
  );
}

/** Where to look in the system and in each browser: nobody knows better than the clerk which one it is. */
function placesOf(seen: Exclude<Seen, 'all'>): string[] {
  const mark = [t('options:reminding.look.pin'), t('options:reminding.look.pinFirefox')];
  const notification = [
    t('options:reminding.look.windows'),
    t('options:reminding.look.chromium'),
    t('options:reminding.look.firefox'),
  ];
  if (seen === 'no-mark') return mark;
  return seen === 'no-notification' ? notification : [t('options:reminding.look.alarm'), ...notification];
}
