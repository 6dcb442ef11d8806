import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Callback } from '@/lib/callbacks';
import { dialled } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import type { PassingSectionProps } from './PassingSection';
import { type Way, withTarget } from './passing-draft';
import type { Target } from './passing-model';
import { mailDraft, messageSheet, numberSentence, whoIs } from './sentences';
import { TextField } from './TextField';

export interface WaysOutProps extends PassingSectionProps {
  target: Target;
  next: Target | null;
  matter: string;
  sign: string | null;
}

/** Where the right person is absent or busy: the four ways out of the standard (sok.przelaczanie-rozmow.4). */
export function WaysOut(props: WaysOutProps) {
  const { target, next, draft, onDraft, onTell } = props;
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  const close = () => {
    const { way } = draft;
    onDraft({ way: null });
    // The form goes, and the focus with it: back to what opened it.
    buttons.current?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus();
  };
  const turnToNext = () => {
    const { chosen, typed, away, done, way, number } = draft;
    const turnBack = () => onDraft({ chosen, typed, away, done, way, number });
    if (next === null) {
      onDraft(withTarget({ typed: { person: '', phone: '' } }));
      onTell(t('passing:nobodyElse'), turnBack);
      return;
    }
    const absent = target.entry === null ? away : [...away, target.entry.id];
    onDraft(withTarget({ chosen: next.entry?.id ?? null, away: absent }));
    onTell(t('passing:turned', { person: next.person }), turnBack);
  };
  const formOf: Record<Way, (close: () => void) => ReactNode> = {
    'call-back': (onClose) => <CallBackForm {...props} onClose={onClose} />,
    number: (onClose) => <NumberForm {...props} onClose={onClose} />,
    message: (onClose) => <MessageForm {...props} onClose={onClose} />,
  };
  return (
    <div className="passing-ways">
      <h3>{t('passing:ways.name')}</h3>
      <div className="passing-way-buttons" ref={buttons}>
        <button type="button" onClick={turnToNext}>
          {t('passing:ways.other')}
        </button>
        {(['call-back', 'number', 'message'] as const).map((way) => (
          <button
            key={way}
            type="button"
            data-way={way}
            aria-expanded={draft.way === way}
            aria-controls={draft.way === way ? id : undefined}
            onClick={() => onDraft({ way: draft.way === way ? null : way })}
          >
            {wayText(way)}
          </button>
        ))}
      </div>
      {draft.way !== null && (
        <section id={id} aria-label={wayText(draft.way)}>
          {formOf[draft.way](close)}
        </section>
      )}
    </div>
  );
}

function wayText(way: Way): string {
  switch (way) {
    case 'call-back':
      return t('passing:ways.callBack');
    case 'number':
      return t('passing:ways.number');
    case 'message':
      return t('passing:ways.message');
  }
}

type FormProps = WaysOutProps & { onClose(): void };

/** Enter in a field and the button do the same; Esc leaves the form. */
function WayForm(props: { label: string; onSubmit(): void; onClose(): void; children: ReactNode }) {
  return (
    <form
      className="passing-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      {props.children}
      <button type="submit" className="main">
        {props.label}
      </button>
    </form>
  );
}

/** What both a promised call and a message know of the client and the matter. */
function knownOf({ draft, matter, sign }: WaysOutProps) {
  const name = draft.client.name.trim();
  const phone = draft.client.phone.trim();
  return {
    ...(name === '' ? {} : { name }),
    ...(phone === '' ? {} : { phone: dialled(phone) ?? phone }),
    ...(matter === '' ? {} : { subject: matter }),
    ...(sign === null ? {} : { caseSign: sign }),
  };
}

function ClientFields({ draft, onDraft, fault }: FormProps & { fault?: string | undefined }) {
  const { client } = draft;
  return (
    <div className="passing-fields">
      <TextField
        label={t('passing:client.name')}
        value={client.name}
        isFocused
        onChange={(name) => onDraft({ client: { ...client, name } })}
      />
      <TextField
        label={t('passing:client.phone')}
        type="tel"
        value={client.phone}
        fault={fault}
        onChange={(phone) => onDraft({ client: { ...client, phone } })}
      />
    </div>
  );
}

function MatterField({ draft, onDraft }: FormProps) {
  return (
    <TextField
      label={t('passing:client.matter')}
      value={draft.matter}
      onChange={(matter) => onDraft({ matter, chosen: draft.chosen })}
    />
  );
}

function CallBackForm(props: FormProps) {
  const { draft, target, onPromise, onDraft, onClose } = props;
  const [isAsked, setAsked] = useState(false);
  const lacksNumber = draft.client.phone.trim() === '';
  const submit = async () => {
    setAsked(true);
    if (lacksNumber) return;
    const note = [whoIs(target), target.phone].filter(Boolean).join(', ');
    const { client } = draft;
    const stored = await onPromise({ kind: 'call', ...knownOf(props), note }, () =>
      onDraft({ client, way: 'call-back' }),
    );
    if (stored === null) return;
    onDraft({ client: { name: '', phone: '' } });
    onClose();
  };
  return (
    <WayForm label={t('passing:callBack.save')} onSubmit={submit} onClose={onClose}>
      <ClientFields {...props} fault={isAsked && lacksNumber ? t('passing:callBack.noNumber') : undefined} />
      <MatterField {...props} />
    </WayForm>
  );
}

function NumberForm({ target, draft, onDraft, onNumberGiven, onClose }: FormProps) {
  const [isAsked, setAsked] = useState(false);
  const phone = target.phone ?? draft.number.trim();
  const sentence = numberSentence(target, phone === '' ? '…' : phone, draft.when);
  const submit = () => {
    setAsked(true);
    if (phone !== '') onNumberGiven({ ...target, phone }, draft.when.trim(), sentence);
  };
  return (
    <WayForm label={t('passing:numberGiven.copy')} onSubmit={submit} onClose={onClose}>
      {target.phone === undefined && (
        <TextField
          label={t('passing:number')}
          type="tel"
          value={draft.number}
          isFocused
          fault={isAsked && phone === '' ? t('passing:numberGiven.noNumber') : undefined}
          onChange={(number) => onDraft({ number })}
        />
      )}
      <TextField
        label={t('passing:numberGiven.when')}
        hint={t('passing:numberGiven.whenHint')}
        value={draft.when}
        isFocused={target.phone !== undefined}
        onChange={(when) => onDraft({ when })}
      />
      <p className="say" lang="pl">
        {t('panel:introduction.quoted', { text: sentence })}
      </p>
    </WayForm>
  );
}

function MessageForm(props: FormProps) {
  const { draft, target, onPromise, onDraft, onClose } = props;
  const [isAsked, setAsked] = useState(false);
  if (draft.saved !== null) return <SavedMessage {...props} message={draft.saved} />;
  const lacksText = draft.message.trim() === '';
  const submit = async () => {
    setAsked(true);
    if (lacksText) return;
    const note = draft.message.trim();
    const colleague = whoIs(target);
    const saved = await onPromise({ kind: 'message', ...knownOf(props), note, colleague }, () =>
      onDraft({ saved: null }),
    );
    if (saved !== null) onDraft({ saved });
  };
  return (
    <WayForm label={t('passing:message.save')} onSubmit={submit} onClose={onClose}>
      <ClientFields {...props} />
      <MatterField {...props} />
      <TextField
        label={t('passing:message.text')}
        isLong
        value={draft.message}
        fault={isAsked && lacksText ? t('passing:message.noText') : undefined}
        onChange={(message) => onDraft({ message })}
      />
    </WayForm>
  );
}

/** A stored message goes to the colleague by whatever way the office has. */
function SavedMessage({
  message,
  target,
  clerk,
  onCopy,
  onPrint,
  onDraft,
}: FormProps & { message: Callback }) {
  const takenAt = new Date(message.promisedAt).toLocaleString('pl-PL', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const sheet = messageSheet(message, takenAt, clerk);
  return (
    <div className="passing-form">
      <p className="passing-sheet" lang="pl">
        {sheet}
      </p>
      <div className="row">
        <button
          type="button"
          // The form went with its button, and the focus would go with them.
          ref={(button) => {
            if (document.activeElement === document.body) button?.focus();
          }}
          onClick={() => onCopy(sheet)}
        >
          {t('passing:message.copy')}
        </button>
        <a href={mailDraft(target.email, sheet)}>{t('passing:message.mail')}</a>
        <button type="button" onClick={onPrint}>
          {t('passing:message.print')}
        </button>
      </div>
      <button
        type="button"
        className="quiet"
        onClick={() => onDraft({ saved: null, message: '', client: { name: '', phone: '' } })}
      >
        {t('passing:message.another')}
      </button>
      {createPortal(
        <p className="passing-print" lang="pl">
          {sheet}
        </p>,
        document.body,
      )}
    </div>
  );
}
