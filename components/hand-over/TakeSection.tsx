import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { faultOf, type HandOver, limits, openFile, take } from '@/lib/hand-over';
import { translate as t } from '@/lib/i18n';
import type { FileFault } from '@/lib/locked-file';
import { useChosenFile } from '../chosen-file';
import { PasswordField } from '../password-field';
import { Choice } from './Choice';
import type { HandOverDeskProps } from './HandOverDesk';
import { TakePreview } from './TakePreview';

/** A file that was chosen, as far as it has been looked into. */
type Chosen = { fileName: string } & (
  | { kind: 'bad'; fault: FileFault | 'unreadable' }
  | { kind: 'locked'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'open'; given: HandOver }
);

/** „Wczytaj plik od współpracownika”: the file, its password, what it would do; only then it is done. */
export function TakeSection(props: HandOverDeskProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useRef<HTMLButtonElement>(null);

  const file = useChosenFile(readChosen, setChosen);
  const close = () => {
    file.leave();
    setChosen(null);
    choose.current?.focus();
  };

  return (
    <section
      {...file.place}
      className={file.isOver ? 'hand-over-section is-over' : 'hand-over-section'}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{t('hand-over:take.name')}</h2>
      <p className="soft">{t('hand-over:take.text')}</p>
      <div className="row">
        <button type="button" ref={choose} onClick={file.choose}>
          {t('hand-over:take.choose')}
        </button>
        <span className="soft">{t('hand-over:take.orDrop')}</span>
        <input {...file.field} accept=".obok" />
      </div>
      {chosen !== null && (
        <p className="hand-over-file">{t('hand-over:take.file', { fileName: chosen.fileName })}</p>
      )}
      {chosen?.kind === 'bad' && (
        <p className="fault" role="alert">
          {faultText(chosen.fault)}
        </p>
      )}
      {chosen?.kind === 'locked' && (
        <Locked
          key={chosen.fileName}
          bytes={chosen.bytes}
          onOpened={(given) => setChosen({ kind: 'open', fileName: chosen.fileName, given })}
        />
      )}
      {chosen?.kind === 'open' && (
        <TakePreview
          given={chosen.given}
          callbacks={props.callbacks}
          now={props.now}
          maskPhones={props.maskPhones}
          onTake={async (ids) => {
            const wanted = new Set(ids);
            if (await props.onTake(ids, (standing) => take(chosen.given, wanted, standing))) close();
          }}
        />
      )}
      {chosen !== null && (
        <button type="button" className="quiet" onClick={close}>
          {t('hand-over:take.close')}
        </button>
      )}
    </section>
  );
}

async function readChosen(file: File): Promise<Chosen> {
  const fileName = file.name;
  // Before it is read: a film that was dropped here must not fill the memory.
  if (file.size > 2 * limits.bytes) return { kind: 'bad', fileName, fault: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fault = await faultOf(bytes);
    return fault === null ? { kind: 'locked', fileName, bytes } : { kind: 'bad', fileName, fault };
  } catch {
    return { kind: 'bad', fileName, fault: 'unreadable' };
  }
}

function Locked({ bytes, onOpened }: { bytes: Uint8Array<ArrayBuffer>; onOpened(given: HandOver): void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [isShown, show] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // What is to be typed next; the button that brought the file may have been a drop.
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (password.trim() === '') {
      setFault(t('hand-over:take.empty'));
      return;
    }
    setBusy(true);
    const opening = await openFile(bytes, password);
    setBusy(false);
    if (opening.ok) onOpened(opening.given);
    else setFault(faultText(opening.reason));
  };
  return (
    <form className="hand-over-form" onSubmit={submit}>
      <PasswordField
        id={id}
        label={t('hand-over:take.password')}
        value={password}
        isShown={isShown}
        isWrong={fault !== null}
        faultId={fault === null ? undefined : `${id}-fault`}
        onType={(typed) => {
          setFault(null);
          setPassword(typed);
        }}
        ref={field}
      />
      <Choice isChosen={isShown} onChoose={show}>
        {t('hand-over:take.show')}
      </Choice>
      {fault !== null && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="main" aria-busy={isBusy}>
        {t('hand-over:take.open')}
      </button>
    </form>
  );
}

function faultText(fault: FileFault | 'unreadable' | 'wrong-password' | 'unknown-content'): string {
  switch (fault) {
    case 'unreadable':
      return t('hand-over:take.fault.unreadable');
    case 'too-large':
      return t('hand-over:take.fault.too-large');
    case 'not-obok':
      return t('hand-over:take.fault.not-obok');
    case 'newer':
      return t('hand-over:take.fault.newer');
    case 'damaged':
      return t('hand-over:take.fault.damaged');
    case 'wrong-password':
      return t('hand-over:take.fault.wrong-password');
    case 'unknown-content':
      return t('hand-over:take.fault.unknown-content');
  }
}
