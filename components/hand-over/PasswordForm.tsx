import { type FormEvent, useId, useState } from 'react';
import { type HandOver, limits, sealFile } from '@/lib/hand-over';
import { translate as t } from '@/lib/i18n';
import { isLongEnough, isSamePassword, proposedPassword, shortestPassword } from '@/lib/locked-file';
import { PasswordField } from '../password-field';
import { saveFile } from '../save-file';
import { Choice } from './Choice';
import { fileNameOf } from './file-name';

export interface PasswordFormProps {
  now: Date;
  /** What goes into the file; null where something is missing, which has been told. */
  given(): HandOver | null;
  onSaved(): void;
}

type Fault = 'tooShort' | 'differs' | 'tooMuch' | 'failed';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** A password, typed twice or proposed, and the file that it locks. The form stays: the password is still to be told. */
export function PasswordForm({ now, given, onSaved }: PasswordFormProps) {
  const id = useId();
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [isShown, show] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const type = (parts: Partial<typeof typed>) => {
    setTyped({ ...typed, ...parts });
    setFault(null);
    setSavedAs(null);
  };

  /** @returns what is wrong; null where the file was saved, or what is missing stands above */
  const save = async (): Promise<Fault | null> => {
    if (!isLongEnough(typed.password)) return 'tooShort';
    if (!isSamePassword(typed.password, typed.again)) return 'differs';
    const content = given();
    if (content === null) return null;
    const sealing = await sealFile(content, typed.password, random);
    if (!sealing.ok) return 'tooMuch';
    const fileName = fileNameOf(now, 'obok');
    saveFile(sealing.bytes, fileName, 'application/octet-stream');
    setSavedAs(fileName);
    onSaved();
    return null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setSavedAs(null);
    save()
      .catch((): Fault => 'failed')
      .then((found) => {
        setFault(found);
        setBusy(false);
      });
  };
  const field = (part: keyof typeof typed, label: string) => (
    <PasswordField
      id={`${id}-${part}`}
      label={label}
      value={typed[part]}
      isShown={isShown}
      isWrong={fault === (part === 'again' ? 'differs' : 'tooShort')}
      faultId={fault === null ? undefined : `${id}-fault`}
      onType={(text) => type({ [part]: text })}
    />
  );

  return (
    <form className="hand-over-form" aria-label={t('hand-over:give.file')} onSubmit={submit}>
      <p>{t('hand-over:password.text')}</p>
      {field('password', t('hand-over:password.password', { number: shortestPassword }))}
      {field('again', t('hand-over:password.again'))}
      <div className="row">
        <Choice isChosen={isShown} onChoose={show}>
          {t('hand-over:password.show')}
        </Choice>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            const password = proposedPassword(random);
            type({ password, again: password });
            show(true);
          }}
        >
          {t('hand-over:password.propose')}
        </button>
      </div>
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {faultText(fault)}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {t('hand-over:password.save')}
      </button>
      <p role="status">{savedAs !== null && t('hand-over:password.saved', { fileName: savedAs })}</p>
    </form>
  );
}

function faultText(fault: Fault): string {
  switch (fault) {
    case 'tooShort':
      return t('hand-over:password.tooShort', { number: shortestPassword });
    case 'differs':
      return t('hand-over:password.differs');
    case 'tooMuch':
      return t('hand-over:password.tooMuch', { number: limits.callbacks });
    case 'failed':
      return t('hand-over:password.failed');
  }
}
