import { type FormEvent, useId, useState } from 'react';
import { momentText } from '@/components/callbacks';
import { type BackupTimes, backupName, isBackupDue, makeBackup } from '@/lib/backup';
import { isLongEnough, isSamePassword, shortestPassword } from '@/lib/locked-file';
import type { KeptData } from '@/lib/store';
import { t } from '../own-data';
import { saveFile } from '../save-file';
import { PasswordField, ShowPassword } from './PasswordField';

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
      <h2 id={`${id}-title`}>{t('data:backup.title')}</h2>
      <p>{t('data:backup.text')}</p>
      <p className="soft">
        {times.madeAt === undefined
          ? t('data:backup.never')
          : t('data:backup.last', { time: momentText(times.madeAt, now) })}
      </p>
      {isDue && (
        <div className="backup-offer">
          <p>{times.madeAt === undefined ? t('data:backup.dueNever') : t('data:backup.due')}</p>
          <button type="button" className="quiet" onClick={props.onPutOff}>
            {t('data:backup.putOff')}
          </button>
        </div>
      )}
      <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {t('data:backup.make')}
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
  const field = (part: keyof typeof typed, label: string, faults: (Fault | null)[]) => (
    <PasswordField
      id={`${id}-${part}`}
      label={label}
      value={typed[part]}
      isShown={isShown}
      faultId={faults.includes(fault) ? `${id}-fault` : null}
      onType={(text) => {
        setTyped({ ...typed, [part]: text });
        setFault(null);
        setSavedAs(null);
      }}
    />
  );
  return (
    <form className="backup-form" aria-label={t('data:backup.make')} onSubmit={submit}>
      {field('password', t('data:backup.password', { number: shortestPassword }), ['tooShort'])}
      {field('again', t('data:backup.again'), ['differs'])}
      <ShowPassword label={t('data:backup.show')} isShown={isShown} onShow={show} />
      <p className="soft">{t('data:backup.keepPassword')}</p>
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {faultText(fault)}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {t('data:backup.save')}
      </button>
      <p role="status">
        {isBusy && t('data:backup.saving')}
        {savedAs !== null && t('data:backup.saved', { fileName: savedAs })}
      </p>
    </form>
  );
}

function faultText(fault: Fault): string {
  switch (fault) {
    case 'tooShort':
      return t('data:backup.tooShort', { number: shortestPassword });
    case 'differs':
      return t('data:backup.differs');
    case 'tooMuch':
      return t('data:backup.tooMuch');
    case 'failed':
      return t('data:backup.failed');
  }
}
