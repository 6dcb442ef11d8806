import { type FormEvent, useId, useState } from 'react';
import { useChosenFile } from '../chosen-file';
import { t } from './words';

/** The lead's key, as the screen needs to know it. */
export interface SigningDesk {
  /** `none`: there is no key. `locked`: it needs its passphrase. `open`: what is handed out is signed. */
  state: 'none' | 'locked' | 'open';
  /** The short name, to compare over the telephone; null where there is no key. */
  name: string | null;
  /** What an administrator puts into the policy; null where there is no key. */
  publicKey: string | null;
  onMake(passphrase: string): Promise<void>;
  /** @returns false where the passphrase is another one */
  onOpen(passphrase: string): Promise<boolean>;
  onLock(): void;
  onSave(): void;
  /** @returns false where the file holds no key */
  onTake(file: File): Promise<boolean>;
  onForget(): void;
  onCopy(): void;
}

/** Long enough that guessing it, at 600 000 rounds a try, is no way in. */
const shortest = 12;

/** „Podpis”: who vouches for the files that are handed out. */
export function Signing({ desk }: { desk: SigningDesk }) {
  return (
    <div className="signing">
      <p className="soft">{t('studio:signing.text')}</p>
      {desk.state === 'none' ? <NoKey desk={desk} /> : <OwnKey desk={desk} />}
    </div>
  );
}

function NoKey({ desk }: { desk: SigningDesk }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<'short' | 'differ' | 'noKey' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const file = useChosenFile(desk.onTake, (isTaken) => setWrong(isTaken ? null : 'noKey'));
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (first.length < shortest) return setWrong('short');
    if (first !== second) return setWrong('differ');
    setBusy(true);
    await desk.onMake(first).finally(() => setBusy(false));
  };
  return (
    <form className="not-draft" onSubmit={(event) => void make(event)}>
      <Passphrase label={t('studio:signing.new')} value={first} onChange={setFirst} isNew />
      <Passphrase label={t('studio:signing.again')} value={second} onChange={setSecond} isNew />
      <p role="alert">{wrong !== null && <span className="fault">{t(`studio:signing.${wrong}`)}</span>}</p>
      <div className="row">
        <button type="submit" disabled={isBusy}>
          {isBusy ? t('studio:signing.making') : t('studio:signing.make')}
        </button>
        <button type="button" className="quiet" onClick={file.choose}>
          {t('studio:signing.take')}
        </button>
        <input {...file.field} accept=".json,application/json" />
      </div>
    </form>
  );
}

function OwnKey({ desk }: { desk: SigningDesk }) {
  const [passphrase, setPassphrase] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const isOpen = await desk.onOpen(passphrase).finally(() => setBusy(false));
    setWrong(!isOpen);
    if (isOpen) setPassphrase('');
  };
  return (
    <div className="not-draft">
      <p>
        {t('studio:signing.name')} <code>{desk.name}</code>
      </p>
      <p className="public-key">
        <span className="soft">{t('studio:signing.publicKey')}</span> <code>{desk.publicKey}</code>
      </p>
      {desk.state === 'locked' ? (
        <form onSubmit={(event) => void open(event)}>
          <Passphrase
            label={t('studio:signing.passphrase')}
            value={passphrase}
            onChange={(value) => {
              setPassphrase(value);
              setWrong(false);
            }}
          />
          <p role="alert">{isWrong && <span className="fault">{t('studio:signing.wrong')}</span>}</p>
          <button type="submit" disabled={isBusy}>
            {isBusy ? t('studio:signing.opening') : t('studio:signing.open')}
          </button>
        </form>
      ) : (
        <p role="status">{t('studio:signing.isOpen')}</p>
      )}
      <div className="row">
        {desk.state === 'open' && (
          <button type="button" onClick={desk.onLock}>
            {t('studio:signing.lock')}
          </button>
        )}
        <button type="button" className="quiet" onClick={desk.onCopy}>
          {t('studio:signing.copy')}
        </button>
        <button type="button" className="quiet" onClick={desk.onSave}>
          {t('studio:signing.save')}
        </button>
        <button type="button" className="quiet" onClick={desk.onForget}>
          {t('studio:signing.forget')}
        </button>
      </div>
    </div>
  );
}

interface PassphraseProps {
  label: string;
  value: string;
  isNew?: boolean;
  onChange(value: string): void;
}

function Passphrase({ label, value, isNew = false, onChange }: PassphraseProps) {
  const id = useId();
  return (
    <div className="studio-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
