import { type ReactNode, useState } from 'react';
import { AskFirst } from '../ask-first';
import { AskPassword } from './AskPassword';
import { WayToHealth } from './WayToHealth';
import { t } from './words';
import './lock.css';

export interface LockScreenProps {
  /** @returns whether it is the password */
  onUnlock(password: string): Promise<boolean>;
  /** What is locked goes for good. */
  onDrop(): Promise<void>;
  /** How Obok is, where the page can tell it itself. */
  health: ReactNode;
}

/** In the place of a page that is locked: the password, and what can be done where it is forgotten. */
export function LockScreen({ onUnlock, onDrop, health }: LockScreenProps) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <main className="lock">
      <h1>{t('lock:screen.title')}</h1>
      <p>{t('lock:screen.text')}</p>
      <AskPassword
        name={t('lock:screen.title')}
        label={t('lock:password')}
        action={t('lock:screen.unlock')}
        isAlone
        hasFailed={hasFailed}
        onType={() => setFailed(false)}
        onGive={(password) => {
          setFailed(false);
          return onUnlock(password);
        }}
      />
      <details>
        <summary>{t('lock:forgotten.title')}</summary>
        <p>{t('lock:forgotten.text')}</p>
        <AskFirst
          opener={t('lock:forgotten.drop')}
          title={t('lock:forgotten.sureTitle')}
          text={t('lock:forgotten.sureText')}
          keep={t('lock:forgotten.keep')}
          sure={t('lock:forgotten.sure')}
          onSure={() => onDrop().catch(() => setFailed(true))}
        />
      </details>
      <WayToHealth>{health}</WayToHealth>
    </main>
  );
}
