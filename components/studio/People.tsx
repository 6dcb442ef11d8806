import { useState } from 'react';
import { changeIn, type DraftPerson, type Fields, mistakesUnder, newId, removePerson } from '@/lib/draft';
import type { ProfileError, ProfileSource } from '@/lib/profile';
import { Field, TextInput, WordsInput } from './Field';
import type { Edit } from './use-draft';
import { t } from './words';

export interface PartProps {
  draft: ProfileSource;
  edit: Edit;
  mistakes: readonly ProfileError[];
}

/** Who handles what: whom a client is put through to. */
export function People({ draft, edit, mistakes }: PartProps) {
  const people = draft.directory ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const write = (next: DraftPerson[], mark: string | null = null) =>
    edit((now) => ({ ...now, directory: next }), mark);
  return (
    <div className="people">
      <p className="soft">{t('studio:people.text')}</p>
      <ul className="folded">
        {people.map((person, index) => {
          const path = `directory[${index}]`;
          const isOpen = open === person.id;
          return (
            <li key={person.id} className="thing">
              <button
                type="button"
                className="row-button"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : person.id)}
              >
                <strong lang="pl">{person.person.trim() || t('studio:people.noName')}</strong>
                <span className="soft" lang="pl">
                  {[person.position, ...(person.subjects ?? [])].filter(Boolean).join(', ')}
                </span>
                <Wrong mistakes={mistakesUnder(mistakes, path)} />
              </button>
              {isOpen && (
                <Person
                  person={person}
                  others={people.filter((one) => one !== person)}
                  path={path}
                  mistakes={mistakes}
                  onChange={(fields, mark) =>
                    write(changeIn(people, person.id, fields), mark && `person ${person.id} ${mark}`)
                  }
                  onRemove={() => {
                    write(removePerson(people, person.id));
                    setOpen(null);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="quiet add"
        onClick={() => {
          const id = newId(draft, people);
          write([...people, { id, person: '' }]);
          setOpen(id);
        }}
      >
        + {t('studio:people.add')}
      </button>
    </div>
  );
}

/** How many places of a folded thing are to be mended. */
export function Wrong({ mistakes }: { mistakes: readonly ProfileError[] }) {
  if (mistakes.length === 0) return null;
  return <span className="fault">{t('studio:bar.mistakes', { count: mistakes.length })}</span>;
}

interface PersonProps {
  person: DraftPerson;
  others: DraftPerson[];
  path: string;
  mistakes: readonly ProfileError[];
  onChange(fields: Fields<DraftPerson>, mark: string | null): void;
  onRemove(): void;
}

function Person({ person, others, path, mistakes, onChange, onRemove }: PersonProps) {
  const at = (field: string) => mistakesUnder(mistakes, `${path}.${field}`);
  return (
    <section className="card" aria-label={t('studio:people.card')}>
      <div className="pairs">
        <TextInput
          label={t('profile:field.person')}
          value={person.person}
          mistakes={at('person')}
          onChange={(value) => onChange({ person: value }, 'person')}
        />
        <TextInput
          label={t('profile:field.position')}
          value={person.position}
          mistakes={at('position')}
          onChange={(value) => onChange({ position: value || undefined }, 'position')}
        />
        <TextInput
          label={t('profile:field.referat')}
          value={person.referat}
          mistakes={at('referat')}
          onChange={(value) => onChange({ referat: value || undefined }, 'referat')}
        />
        <TextInput
          label={t('profile:field.phone')}
          type="tel"
          value={person.phone}
          mistakes={at('phone')}
          onChange={(value) => onChange({ phone: value || undefined }, 'phone')}
        />
        <TextInput
          label={t('profile:field.email')}
          type="email"
          value={person.email}
          mistakes={at('email')}
          onChange={(value) => onChange({ email: value || undefined }, 'email')}
        />
        <Field label={t('profile:field.substitute')} mistakes={at('substitute')}>
          {(control) => (
            <select
              {...control}
              value={person.substitute ?? ''}
              onChange={({ target }) => onChange({ substitute: target.value || undefined }, null)}
            >
              <option value="">{t('studio:people.nobody')}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.person || one.id}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <WordsInput
        label={t('profile:field.subjects')}
        hint={t('studio:people.subjectsHint')}
        values={person.subjects}
        mistakes={at('subjects')}
        onChange={(subjects) => onChange({ subjects }, 'subjects')}
      />
      <WordsInput
        label={t('profile:field.jrwa')}
        hint={t('studio:people.jrwaHint')}
        values={person.jrwa}
        mistakes={at('jrwa')}
        onChange={(jrwa) => onChange({ jrwa }, 'jrwa')}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={person.secretariat ?? false}
          onChange={({ target }) => onChange({ secretariat: target.checked || undefined }, null)}
        />
        <span>{t('studio:people.secretariat')}</span>
      </label>
      <div className="row">
        <button type="button" className="danger" onClick={onRemove}>
          {t('studio:people.remove')}
        </button>
      </div>
    </section>
  );
}
