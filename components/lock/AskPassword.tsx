import { type FormEvent, useId, useState } from 'react';
import { PasswordField } from '../password-field';
import { t } from './words';

export interface AskPasswordProps {
  /** What the form is called. */
  name: string;
  label: string;
  /** What the button says. */
  action: string;
  /** It is all there is on the page: the cursor stands in it, the button is the main one. */
  isAlone?: boolean;
  /** Something else that was tried here has failed; it is said until somebody types. */
  hasFailed?: boolean;
  onType?(): void;
  /** @returns whether it is the password */
  onGive(password: string): Promise<boolean>;
}

/** Asks for the password that is set. */
export function AskPassword({ name, label, action, isAlone = false, ...props }: AskPasswordProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [answer, setAnswer] = useState<'wrong' | 'failed' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fault = props.hasFailed ? 'failed' : answer;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    props
      .onGive(password)
      .then((isRight) => setAnswer(isRight ? null : 'wrong'))
      .catch(() => setAnswer('failed'))
      .finally(() => setBusy(false));
  };
  return (
    <form aria-label={name} onSubmit={submit}>
      <PasswordField
        id={`${id}-password`}
        label={label}
        value={password}
        isShown={false}
        isWrong={fault === 'wrong'}
        faultId={fault === null ? undefined : `${id}-fault`}
        {...(isAlone ? { ref: (field) => field?.focus() } : {})}
        onType={(typed) => {
          setPassword(typed);
          setAnswer(null);
          props.onType?.();
        }}
      />
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {t(`lock:fault.${fault}`)}
        </p>
      )}
      <button type="submit" className={isAlone ? 'main' : undefined} aria-busy={isBusy}>
        {action}
      </button>
    </form>
  );
}
