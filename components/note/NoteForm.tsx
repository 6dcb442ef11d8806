import { type ReactNode, useEffect, useId, useRef } from 'react';
import {
  type ClientNote,
  contactParts,
  dayIn,
  inPolishFigures,
  type NoteContact,
  type NoteEdits,
  type NoteField,
} from '@/lib/client-note';
import { translate as t } from '@/lib/i18n';

export interface NoteFormProps {
  note: ClientNote;
  /** The clerk, and the colleagues whose numbers the client was given. */
  people: readonly NoteContact[];
  /** Signs that stand on the page beside. */
  caseSigns: readonly string[];
  /** True while the note belongs to a service, with which it goes. */
  isOfService: boolean;
  onEdit(edits: NoteEdits): void;
  /** Hints on the wording, below the fields: on the screen only, like the whole form. */
  children?: ReactNode;
}

/** In characters; a page holds less. */
const longest = { line: 200, lines: 3_000 };

/** What the note says, field by field. Written to the client, so Polish whatever the language of the screen. */
export function NoteForm({ note, people, caseSigns, isOfService, onEdit, children }: NoteFormProps) {
  const signs = useId();
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    // The page is opened to write, and this is what only the clerk knows.
    form.current?.querySelector('input')?.focus();
  }, []);
  const line = (field: NoteField, more: { hint?: string; list?: string } = {}) => (
    <LineField key={field} field={field} value={note[field]} onEdit={onEdit} {...more} />
  );
  return (
    <section ref={form} className="note-form" aria-labelledby="note-form-title">
      <h2 id="note-form-title">{t('note:form.title')}</h2>
      <p className="soft">{isOfService ? t('note:form.stays') : t('note:form.staysNone')}</p>
      {line('matter', { hint: t('note:hint.matter') })}
      {line('caseSign', { list: signs })}
      <datalist id={signs}>
        {caseSigns.map((sign) => (
          <option key={sign} value={sign} />
        ))}
      </datalist>
      <ItemsField field="agreed" value={note.agreed} onEdit={onEdit} />
      <ItemsField field="toBring" value={note.toBring} onEdit={onEdit} />
      <DueField value={note.due} onEdit={onEdit} />
      <fieldset className="note-whom">
        <legend>{t('note:whom')}</legend>
        {people.length > 1 && <PersonChoice note={note} people={people} onEdit={onEdit} />}
        {line('person')}
        {line('position')}
        {line('phone', note.phone.trim() === '' ? { hint: t('note:hint.phone') } : {})}
        {line('when', { hint: t('note:hint.when') })}
      </fieldset>
      {line('hours')}
      {line('office')}
      {line('date')}
      {children}
    </section>
  );
}

interface FieldProps {
  field: NoteField;
  value: string;
  onEdit(edits: NoteEdits): void;
}

function LineField({ field, value, onEdit, hint, list }: FieldProps & { hint?: string; list?: string }) {
  const id = useId();
  return (
    <div className="note-field">
      <label htmlFor={id}>{t(`note:field.${field}`)}</label>
      <input
        id={id}
        value={value}
        lang="pl"
        maxLength={longest.line}
        autoComplete="off"
        inputMode={field === 'phone' ? 'tel' : 'text'}
        list={list}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onEdit({ [field]: event.target.value })}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="soft">
          {hint}
        </span>
      )}
    </div>
  );
}

function ItemsField({ field, value, onEdit }: FieldProps) {
  const id = useId();
  return (
    <div className="note-field">
      <label htmlFor={id}>{t(`note:field.${field}`)}</label>
      <textarea
        id={id}
        value={value}
        lang="pl"
        rows={3}
        maxLength={longest.lines}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onEdit({ [field]: event.target.value })}
      />
      <span id={`${id}-hint`} className="soft">
        {t('note:hint.lines')}
      </span>
    </div>
  );
}

/** Typed, in figures or in words, or picked: the browser's own calendar opens from a field that is not seen. */
function DueField({ value, onEdit }: Pick<FieldProps, 'value' | 'onEdit'>) {
  const id = useId();
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <div className="note-field">
      <label htmlFor={id}>{t('note:field.due')}</label>
      <div className="note-due">
        <input
          id={id}
          value={value}
          lang="pl"
          maxLength={longest.line}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => onEdit({ due: event.target.value })}
        />
        <input
          ref={calendar}
          className="note-calendar"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={dayIn(value) ?? ''}
          onChange={({ target }) => target.value !== '' && onEdit({ due: inPolishFigures(target.value) })}
        />
        <button type="button" onClick={() => calendar.current?.showPicker()}>
          {t('note:calendar')}
        </button>
      </div>
      <span id={`${id}-hint`} className="soft">
        {t('note:hint.due')}
      </span>
    </div>
  );
}

function PersonChoice({ note, people, onEdit }: Pick<NoteFormProps, 'note' | 'people' | 'onEdit'>) {
  const id = useId();
  const chosen = people.findIndex((person) =>
    Object.entries(contactParts(person)).every(([field, text]) => note[field as NoteField] === text),
  );
  return (
    <div className="note-field">
      <label htmlFor={id}>{t('note:contact')}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => {
          const person = people[Number(target.value)];
          if (person) onEdit(contactParts(person));
        }}
      >
        {people.map(({ person, position, phone }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the value is the place in the list
          <option key={index} value={index} lang="pl">
            {[person, position, phone].filter(Boolean).join(', ')}
          </option>
        ))}
        {chosen < 0 && <option value={-1}>{t('note:another')}</option>}
      </select>
    </div>
  );
}
