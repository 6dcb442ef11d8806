import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { momentText } from '@/components/callbacks';
import {
  type Backup,
  type BackupFault,
  backupFault,
  mostBytes,
  openBackup,
  type RestoredCounts,
  type RestorePlan,
  restoredKinds,
  writtenBy,
} from '@/lib/backup';
import { useChosenFile } from '../chosen-file';
import { PasswordField } from '../password-field';
import { ShowPassword } from './ShowPassword';
import { t } from './words';

export interface RestoreSectionProps {
  now(): Date;
  /** Compares a copy with what stands here. */
  onPlan(copy: Backup, takesDoubtful?: boolean): Promise<RestorePlan>;
  /** Settles when it is over. @returns whether the copy was restored */
  onRestore(copy: Backup, takesDoubtful: boolean): Promise<boolean>;
  /** Takes the last restoring back; absent where there was none since this page was opened. */
  onUndo?: (() => void) | undefined;
}

type Fault = BackupFault | 'unreadable' | 'failed';

/** A copy that was chosen, as far as it has been looked into. */
type Chosen = { fileName: string } & (
  | { kind: 'bad'; fault: Fault }
  | { kind: 'locked'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'open'; copy: Backup; plan: RestorePlan }
);

/** „Przywróć z kopii”: the file, its password, what it would do; only then it is done. */
export function RestoreSection({ now, onPlan, onRestore, onUndo }: RestoreSectionProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const file = useChosenFile(readChosen, setChosen);
  const { turn } = file;
  const close = () => {
    file.leave();
    setChosen(null);
    choose.current?.focus();
  };

  return (
    <section className="backup" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('backup:restore.title')}</h2>
      <p>{t('backup:restore.text')}</p>
      {onUndo && (
        <div className="backup-offer">
          <p>{t('backup:restore.canUndo')}</p>
          <button
            type="button"
            onClick={() => {
              onUndo();
              choose.current?.focus();
            }}
          >
            {t('backup:restore.undo')}
          </button>
        </div>
      )}
      <button type="button" ref={choose} onClick={file.choose}>
        {t('backup:restore.choose')}
      </button>
      <input {...file.field} accept=".obok" />
      {chosen !== null && (
        <p className="backup-file">{t('backup:restore.file', { fileName: chosen.fileName })}</p>
      )}
      {chosen?.kind === 'bad' && (
        <p className="fault" role="alert">
          {faultText(chosen.fault)}
        </p>
      )}
      {chosen?.kind === 'locked' && (
        <Locked
          key={turn.current}
          bytes={chosen.bytes}
          onOpened={async (copy) => {
            const mine = turn.current;
            const plan = await onPlan(copy);
            if (mine === turn.current) setChosen({ kind: 'open', fileName: chosen.fileName, copy, plan });
          }}
        />
      )}
      {chosen?.kind === 'open' && (
        <Preview
          {...chosen}
          now={now()}
          onTakeDoubtful={async (takesDoubtful) => {
            const mine = turn.current;
            const plan = await onPlan(chosen.copy, takesDoubtful);
            if (mine === turn.current) setChosen({ ...chosen, plan });
          }}
          onRestore={async () => {
            if (await onRestore(chosen.copy, chosen.plan.takesDoubtful)) close();
          }}
        />
      )}
      {chosen !== null && (
        <button type="button" className="quiet" onClick={close}>
          {t('backup:restore.close')}
        </button>
      )}
    </section>
  );
}

async function readChosen(file: File): Promise<Chosen> {
  const fileName = file.name;
  // Before it is read: a film that was chosen must not fill the memory.
  if (file.size > 2 * mostBytes) return { kind: 'bad', fileName, fault: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fault = await backupFault(bytes);
    return fault === null ? { kind: 'locked', fileName, bytes } : { kind: 'bad', fileName, fault };
  } catch {
    return { kind: 'bad', fileName, fault: 'unreadable' };
  }
}

interface LockedProps {
  bytes: Uint8Array<ArrayBuffer>;
  onOpened(copy: Backup): Promise<void>;
}

function Locked({ bytes, onOpened }: LockedProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [isShown, show] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // What is to be typed next.
  useEffect(() => field.current?.focus(), []);
  const opened = async (): Promise<string | null> => {
    if (password.trim() === '') return t('backup:restore.empty');
    const copy = await openBackup(bytes, password);
    if (typeof copy === 'string') return faultText(copy);
    await onOpened(copy);
    return null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    opened()
      .catch(() => faultText('failed'))
      .then((found) => {
        setFault(found);
        setBusy(false);
      });
  };
  return (
    <form className="backup-form" aria-label={t('backup:restore.open')} onSubmit={submit}>
      <PasswordField
        id={id}
        label={t('backup:restore.password')}
        value={password}
        isShown={isShown}
        isWrong={fault !== null}
        faultId={fault === null ? undefined : `${id}-fault`}
        ref={field}
        onType={(typed) => {
          setFault(null);
          setPassword(typed);
        }}
      />
      <ShowPassword label={t('backup:make.show')} isShown={isShown} onShow={show} />
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {t('backup:restore.open')}
      </button>
      <p role="status">{isBusy && t('backup:restore.opening')}</p>
    </form>
  );
}

interface PreviewProps {
  copy: Backup;
  plan: RestorePlan;
  now: Date;
  onTakeDoubtful(takesDoubtful: boolean): Promise<void>;
  onRestore(): Promise<void>;
}

/** What restoring would come to, kind by kind. */
function Preview({ copy, plan, now, onTakeDoubtful, onRestore }: PreviewProps) {
  const [isBusy, setBusy] = useState(false);
  const count = writtenBy(plan.counts);
  return (
    <div className="backup-form">
      <p role="status">{t('backup:restore.madeAt', { time: momentText(copy.madeAt, now) })}</p>
      <dl className="backup-preview">
        {restoredKinds
          .map((kind) => [kind, fatesOf(plan.counts[kind])] as const)
          .filter(([, fates]) => fates.length > 0)
          .map(([kind, fates]) => (
            <div key={kind}>
              <dt>{t(`backup:restore.kind.${kind}`)}</dt>
              <dd>{fates.join(' · ')}</dd>
            </div>
          ))}
      </dl>
      {plan.doubtful > 0 && (
        <fieldset className="backup-doubtful">
          <legend>{t('backup:restore.doubtful', { count: plan.doubtful })}</legend>
          <p>{t('backup:restore.doubtfulAge', { count: plan.age })}</p>
          <label className="check">
            <input
              type="checkbox"
              checked={plan.takesDoubtful}
              onChange={({ target }) => void onTakeDoubtful(target.checked)}
            />
            <span>{t('backup:restore.takeDoubtful')}</span>
          </label>
        </fieldset>
      )}
      {copy.setAside > 0 && <p className="fault">{t('backup:restore.setAside', { count: copy.setAside })}</p>}
      {count === 0 ? (
        plan.doubtful === 0 && <p>{t('backup:restore.nothing')}</p>
      ) : (
        <>
          {plan.mayBringBack && <p className="soft">{t('backup:restore.erased')}</p>}
          <button
            type="button"
            className="main"
            aria-busy={isBusy}
            onClick={() => {
              if (isBusy) return;
              setBusy(true);
              void onRestore().finally(() => setBusy(false));
            }}
          >
            {t('backup:restore.restore', { count })}
          </button>
        </>
      )}
    </div>
  );
}

const fates = ['new', 'newer', 'same', 'stays', 'over', 'erased'] as const;

const fatesOf = (counts: RestoredCounts) =>
  fates
    .filter((fate) => counts[fate] > 0)
    .map((fate) => t(`backup:restore.fate.${fate}`, { number: counts[fate] }));

function faultText(fault: Fault): string {
  return t(`backup:restore.fault.${fault}`);
}
