import { type FormEvent, useId, useState } from 'react';
import { AskFirst } from '../ask-first';
import { PasswordField } from '../password-field';
import { t } from './words';
import './lock.css';

export interface LockScreenProps {
  /** @returns whether it is the password */
  onUnlock(password: string): Promise<boolean>;
  /** What is locked goes for good. */
  onDrop(): Promise<void>;
}

/** In the place of a page that is locked: the password, and what can be done where it is forgotten. */
export function LockScreen({ onUnlock, onDrop }: LockScreenProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<'wrong' | 'failed' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    onUnlock(password)
      .then((isRight) => setFault(isRight ? null : 'wrong'))
      .catch(() => setFault('failed'))
      .finally(() => setBusy(false));
  };
  return (
    <main className="lock">
      <h1>{t('lock:screen.title')}</h1>
      <p>{t('lock:screen.text')}</p>
      <form aria-label={t('lock:screen.title')} onSubmit={submit}>
        <PasswordField
          id={`${id}-password`}
          label={t('lock:password')}
          value={password}
          isShown={false}
          isWrong={fault === 'wrong'}
          faultId={fault === null ? undefined : `${id}-fault`}
          ref={(field) => field?.focus()}
          onType={(typed) => {
            setPassword(typed);
            setFault(null);
          }}
        />
        {fault !== null && (
          <p id={`${id}-fault`} className="fault" role="alert">
            {t(`lock:fault.${fault}`)}
          </p>
        )}
        <button type="submit" className="main" aria-busy={isBusy}>
          {t('lock:screen.unlock')}
        </button>
      </form>
      <details>
        <summary>{t('lock:forgotten.title')}</summary>
        <p>{t('lock:forgotten.text')}</p>
        <AskFirst
          opener={t('lock:forgotten.drop')}
          title={t('lock:forgotten.sureTitle')}
          text={t('lock:forgotten.sureText')}
          keep={t('lock:forgotten.keep')}
          sure={t('lock:forgotten.sure')}
          onSure={() => onDrop().catch(() => setFault('failed'))}
        />
      </details>
    </main>
  );
}
