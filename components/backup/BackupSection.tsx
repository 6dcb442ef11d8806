import { type FormEvent, useId, useState } from 'react';
import { momentText } from '@/components/callbacks';
import { type BackupTimes, backupName, isBackupDue, makeBackup } from '@/lib/backup';
import { isLongEnough, isSamePassword, shortestPassword } from '@/lib/locked-file';
import type { KeptData } from '@/lib/store';
import { PasswordField } from '../password-field';
import { saveFile } from '../save-file';
import { ShowPassword } from './ShowPassword';
import { t } from './words';

export interface BackupSectionProps {
  times: BackupTimes;
  /** How many promises are kept. */
  callbacks: number;
  now(): Date;
  /** Reads all that goes into the copy. */
  onRead(): Promise<KeptData>;
  /** Notes when the copy was made; settles when that is on the disk. */
  onMade(at: Date): Promise<void>;
  onPutOff(): void;
  /** Has copies offered every week again. */
  onOffer(): void;
}

type Fault = 'tooShort' | 'differs' | 'tooMuch' | 'failed';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** „Kopia zapasowa”: when the last was made, the offer of another, and the making of it. */
export function BackupSection(props: BackupSectionProps) {
  const { times, callbacks } = props;
  const id = useId();
  const [isOpen, open] = useState(false);
  const now = props.now();
  const isDue = isBackupDue(times, callbacks, now);
  return (
    <section className="backup" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('backup:make.title')}</h2>
      <p>{t('backup:make.text')}</p>
      <p className="soft">
        {times.madeAt === undefined
          ? t('backup:make.never')
          : t('backup:make.last', { time: momentText(times.madeAt, now) })}
      </p>
      {isDue && (
        <div className="backup-offer">
          <p>{times.madeAt === undefined ? t('backup:make.dueNever') : t('backup:make.due')}</p>
          <button type="button" className="quiet" onClick={props.onPutOff}>
            {t('backup:make.putOff')}
          </button>
        </div>
      )}
      {times.isDeclined && (
        <div className="backup-offer">
          <p>{t('backup:make.declined')}</p>
          <button type="button" className="quiet" onClick={props.onOffer}>
            {t('backup:make.offerAgain')}
          </button>
        </div>
      )}
      <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {t('backup:make.make')}
      </button>
      {isOpen && <MakeForm {...props} />}
    </section>
  );
}

function MakeForm({ now, onRead, onMade }: BackupSectionProps) {
  const id = useId();
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [isShown, show] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);

  const save = async (): Promise<Fault | null> => {
    if (!isLongEnough(typed.password)) return 'tooShort';
    if (!isSamePassword(typed.password, typed.again)) return 'differs';
    const at = now();
    const bytes = await makeBackup(await onRead(), typed.password, at, random);
    if (bytes === null) return 'tooMuch';
    const fileName = backupName(at);
    saveFile(bytes, fileName, 'application/octet-stream');
    setSavedAs(fileName);
    setTyped({ password: '', again: '' });
    await onMade(at);
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
        setSavedAs(null);
      }}
    />
  );
  return (
    <form className="backup-form" aria-label={t('backup:make.make')} onSubmit={submit}>
      {field('password', t('backup:make.password', { number: shortestPassword }), 'tooShort')}
      {field('again', t('backup:make.again'), 'differs')}
      <ShowPassword label={t('backup:make.show')} isShown={isShown} onShow={show} />
      <p className="soft">{t('backup:make.keepPassword')}</p>
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {faultText(fault)}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {t('backup:make.save')}
      </button>
      <p role="status">
        {isBusy && t('backup:make.saving')}
        {savedAs !== null && t('backup:make.saved', { fileName: savedAs })}
      </p>
    </form>
  );
}

function faultText(fault: Fault): string {
  switch (fault) {
    case 'tooShort':
      return t('backup:make.tooShort', { number: shortestPassword });
    case 'differs':
      return t('backup:make.differs');
    case 'tooMuch':
      return t('backup:make.tooMuch');
    case 'failed':
      return t('backup:make.failed');
  }
}
