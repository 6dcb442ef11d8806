import type { ReactNode } from 'react';
import { NewPassword } from './NewPassword';
import { WayToHealth } from './WayToHealth';
import { t } from './words';
import './lock.css';

export interface FirstPasswordProps {
  onSet(password: string): Promise<void>;
  /** How Obok is, where the page can tell it itself. */
  health: ReactNode;
}

/** The office wants a password, and there is none: it is set before anything else. */
export function FirstPassword({ onSet, health }: FirstPasswordProps) {
  return (
    <main className="lock">
      <h1>{t('lock:first.title')}</h1>
      <p>{t('lock:first.text')}</p>
      <p>{t('lock:section.warning')}</p>
      <NewPassword
        action={t('lock:section.setNow')}
        hasBefore={false}
        onSet={async (password) => {
          await onSet(password);
          return true;
        }}
      />
      <WayToHealth>{health}</WayToHealth>
    </main>
  );
}
