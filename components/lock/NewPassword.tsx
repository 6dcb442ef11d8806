import { type FormEvent, useId, useState } from 'react';
import { isLongEnough, isSamePassword, shortestPassword } from '@/lib/locked-file';
import { PasswordField } from '../password-field';
import { t } from './words';

type Fault = 'tooShort' | 'differs' | 'wrong' | 'failed';

export interface NewPasswordProps {
  /** What the button says. */
  action: string;
  /** Asks for the password that is set, too. */
  hasBefore: boolean;
  /** @returns false where `before` is not the password */
  onSet(password: string, before: string): Promise<boolean>;
}

/** A password, typed twice. */
export function NewPassword({ action, hasBefore, onSet }: NewPasswordProps) {
  const id = useId();
  const [typed, setTyped] = useState({ before: '', password: '', again: '' });
  const [isShown, show] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const set = async (): Promise<Fault | null> => {
    if (!isLongEnough(typed.password)) return 'tooShort';
    if (!isSamePassword(typed.password, typed.again)) return 'differs';
    return (await onSet(typed.password, typed.before)) ? null : 'wrong';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    set()
      .catch((): Fault => 'failed')
      .then((found) => {
        setFault(found);
        setBusy(false);
        if (found === null) setTyped({ before: '', password: '', again: '' });
      });
  };
  const field = (part: keyof typeof typed, label: string, wrong: Fault) => (
    <PasswordField
      id={`${id}-${part}`}
      label={label}
      value={typed[part]}
      isShown={isShown}
      isWrong={fault === wrong}
      faultId={fault === wrong ? `${id}-fault` : undefined}
      onType={(text) => {
        setTyped({ ...typed, [part]: text });
        setFault(null);
      }}
    />
  );
  return (
    <form aria-label={action} onSubmit={submit}>
      {hasBefore && field('before', t('lock:before'), 'wrong')}
      {field('password', t('lock:new', { number: shortestPassword }), 'tooShort')}
      {field('again', t('lock:again'), 'differs')}
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ target }) => show(target.checked)} />
        <span>{t('lock:show')}</span>
      </label>
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {t(`lock:fault.${fault}`, { number: shortestPassword })}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {action}
      </button>
    </form>
  );
}
