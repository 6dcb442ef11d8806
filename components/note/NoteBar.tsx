import { useId } from 'react';
import type { NoteLook } from '@/lib/client-note';
import { translate as t } from '@/lib/i18n';

export interface NoteBarProps {
  look: NoteLook;
  /** False where the text needs more than one page. */
  isOnePage: boolean;
  /** The draft for the mail program. */
  mailHref: string;
  onLook(look: NoteLook): void;
  onPrint(): void;
  onCopy(): void;
  onMail(): void;
  /** Absent where the note goes with its service. */
  onClear?: (() => void) | undefined;
  onClose(): void;
}

/** How it is printed, and what becomes of it. */
export function NoteBar(props: NoteBarProps) {
  const { look, isOnePage, onLook } = props;
  return (
    <div className="note-bar">
      <div className="note-long" role="status">
        {!isOnePage && <TooLong look={look} onLook={onLook} />}
      </div>
      <div className="note-looks">
        <Choice
          name={t('note:paper.name')}
          options={[
            ['a4', t('note:paper.a4')],
            ['a5', t('note:paper.a5')],
          ]}
          chosen={look.paper}
          onChoose={(paper) => onLook({ ...look, paper })}
        />
        <Choice
          name={t('note:print.name')}
          options={[
            ['normal', t('note:print.normal')],
            ['large', t('note:print.large')],
          ]}
          chosen={look.print}
          onChoose={(print) => onLook({ ...look, print })}
        />
      </div>
      <div className="row">
        <button type="button" className="main" onClick={props.onPrint}>
          {t('note:do.print')}
        </button>
        <button type="button" onClick={props.onCopy}>
          {t('note:do.copy')}
        </button>
        <a className="button" href={props.mailHref} onClick={props.onMail}>
          {t('note:do.mail')}
        </a>
        {props.onClear && (
          <button type="button" onClick={props.onClear}>
            {t('note:do.clear')}
          </button>
        )}
        <button type="button" onClick={props.onClose}>
          {t('note:do.close')}
        </button>
      </div>
    </div>
  );
}

/** What can be done about it, the least change first. */
function TooLong({ look, onLook }: Pick<NoteBarProps, 'look' | 'onLook'>) {
  return (
    <>
      <p>
        <strong>{t('note:long.text')}</strong>{' '}
        {look.paper === 'a4' && look.print === 'normal' && t('note:long.shorten')}
      </p>
      {look.paper === 'a5' && (
        <button type="button" onClick={() => onLook({ ...look, paper: 'a4' })}>
          {t('note:long.a4')}
        </button>
      )}
      {look.print === 'large' && (
        <button type="button" onClick={() => onLook({ ...look, print: 'normal' })}>
          {t('note:long.normal')}
        </button>
      )}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  options: [Value, string][];
  chosen: Value;
  onChoose(value: Value): void;
}

function Choice<Value extends string>({ name, options, chosen, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="note-look" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{name}:</span>
      {options.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={id} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
