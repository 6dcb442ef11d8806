import { useId, useState } from 'react';
import type { Lock } from '@/lib/store';
import { AskPassword } from './AskPassword';
import { NewPassword } from './NewPassword';
import { t } from './words';
import './lock.css';

export interface LockSectionProps {
  lock: Lock;
  /** By the administrator's policy: it cannot be removed then. */
  isRequired: boolean;
  /** What may be chosen, in minutes without a touch; null: only when the browser is closed. */
  choices: readonly (number | null)[];
  onSet(password: string): Promise<void>;
  /** @returns false where `before` is not the password */
  onChange(before: string, password: string): Promise<boolean>;
  /** @returns false where it is not the password */
  onRemove(password: string): Promise<boolean>;
  onLock(): void;
  onMinutes(minutes: number | null): void;
}

/** „Hasło”: set, changed, removed; when it locks by itself, and at once. */
export function LockSection(props: LockSectionProps) {
  const { lock, isRequired } = props;
  const id = useId();
  const [open, setOpen] = useState<'set' | 'change' | 'remove' | null>(null);
  const done = (isDone: boolean) => {
    if (isDone) setOpen(null);
    return isDone;
  };
  const opener = (which: 'set' | 'change' | 'remove') => (
    <button
      type="button"
      aria-expanded={open === which}
      onClick={() => setOpen(open === which ? null : which)}
    >
      {t(`lock:section.${which}`)}
    </button>
  );
  return (
    <section className="lock-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('lock:section.title')}</h2>
      <p>{t(lock.kind === 'none' ? 'lock:section.none' : 'lock:section.standing')}</p>
      {lock.kind === 'none' ? (
        <>
          {opener('set')}
          {open === 'set' && (
            <>
              <p>
                <strong>{t('lock:section.warning')}</strong>
              </p>
              <NewPassword
                action={t('lock:section.setNow')}
                hasBefore={false}
                onSet={async (password) => {
                  await props.onSet(password);
                  return done(true);
                }}
              />
            </>
          )}
        </>
      ) : (
        <>
          <p className="field">
            <label htmlFor={`${id}-minutes`}>{t('lock:section.after')}</label>
            <select
              id={`${id}-minutes`}
              value={String(lock.minutes)}
              onChange={({ target }) =>
                props.onMinutes(target.value === 'null' ? null : Number(target.value))
              }
            >
              {props.choices.map((minutes) => (
                <option key={String(minutes)} value={String(minutes)}>
                  {minutes === null ? t('lock:section.never') : t('lock:section.minutes', { count: minutes })}
                </option>
              ))}
            </select>
          </p>
          <div className="row">
            <button type="button" className="main" onClick={props.onLock}>
              {t('lock:section.lock')}
            </button>
            {opener('change')}
            {!isRequired && opener('remove')}
          </div>
          {isRequired && <p className="soft">{t('lock:section.required')}</p>}
          {open === 'change' && (
            <NewPassword
              action={t('lock:section.changeNow')}
              hasBefore
              onSet={async (password, before) => done(await props.onChange(before, password))}
            />
          )}
          {open === 'remove' && (
            <>
              <p>{t('lock:section.removeText')}</p>
              <AskPassword
                name={t('lock:section.remove')}
                label={t('lock:before')}
                action={t('lock:section.removeNow')}
                onGive={async (password) => done(await props.onRemove(password))}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
