import { useState } from 'react';
import { changeIn, type Fields, mistakesUnder, newId, removeFrom } from '@/lib/draft';
import { type ProfileSource, parseProfile } from '@/lib/profile';
import { useChosenFile } from '../chosen-file';
import { TextInput, WordsInput } from './Field';
import { type PartProps, Wrong } from './People';
import { t } from './words';

type Term = NonNullable<ProfileSource['glossary']>[number];

export interface TermsProps extends PartProps {
  /** The forms in which a headword may stand, to be seen and corrected; only itself where nothing is known. */
  proposeForms(headword: string): Promise<string[]>;
}

/** More than these at once nobody looks through. */
const firstTerms = 60;

/** Words of the office with their plain meaning; conditions find an expression in the forms that stand here. */
export function Terms({ draft, edit, mistakes, proposeForms }: TermsProps) {
  const terms = draft.glossary ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const [most, setMost] = useState(firstTerms);
  const [told, setTold] = useState('');
  const write = (next: (terms: Term[]) => Term[], mark: string | null = null) =>
    edit((now) => ({ ...now, glossary: next(now.glossary ?? []) }), mark);

  /** What a clerk proposes comes as a file: terms that are here already stay as they are. */
  const file = useChosenFile(termsIn, (proposed, { name: fileName }) => {
    if (proposed === null) return setTold(t('studio:terms.badFile', { fileName }));
    const known = new Set(terms.map(({ headword }) => headword.toLowerCase()));
    const fresh = proposed.filter(({ headword }) => !known.has(headword.toLowerCase()));
    if (fresh.length > 0) {
      write((now) => {
        const all = [...now];
        for (const term of fresh) {
          all.push(all.some(({ id }) => id === term.id) ? { ...term, id: newId(draft, all) } : term);
        }
        return all;
      });
    }
    setTold(t('studio:terms.added', { count: fresh.length }));
  });

  return (
    <div className="terms">
      <p className="soft">{t('studio:terms.text')}</p>
      <ul className="folded">
        {terms.slice(0, most).map((term, index) => {
          const isOpen = open === term.id;
          const path = `glossary[${index}]`;
          return (
            <li key={term.id} className="thing">
              <button
                type="button"
                className="row-button"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : term.id)}
              >
                <strong lang="pl">{term.headword.trim() || t('studio:list.noText')}</strong>
                <span className="soft" lang="pl">
                  {term.meaning}
                </span>
                <Wrong mistakes={mistakesUnder(mistakes, path)} />
              </button>
              {isOpen && (
                <TermCard
                  term={term}
                  path={path}
                  mistakes={mistakes}
                  proposeForms={proposeForms}
                  onChange={(fields, mark) =>
                    write((now) => changeIn(now, term.id, fields), mark && `term ${term.id} ${mark}`)
                  }
                  onRemove={() => {
                    write((now) => removeFrom(now, term.id));
                    setOpen(null);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {terms.length > most && (
        <button type="button" className="quiet add" onClick={() => setMost(terms.length)}>
          {t('studio:provision.more', { count: terms.length - most })}
        </button>
      )}
      <div className="row">
        <button
          type="button"
          onClick={() => {
            const id = newId(draft, terms);
            write((now) => [...now, { id, headword: '', meaning: '' }]);
            setMost(terms.length + 1);
            setOpen(id);
          }}
        >
          {t('studio:terms.add')}
        </button>
        <button type="button" onClick={file.choose}>
          {t('studio:terms.fromFile')}
        </button>
        <input {...file.field} accept=".json,application/json" />
      </div>
      <p role="status">{told}</p>
    </div>
  );
}

interface TermCardProps {
  term: Term;
  path: string;
  mistakes: PartProps['mistakes'];
  proposeForms: TermsProps['proposeForms'];
  onChange(fields: Fields<Term>, mark: string | null): void;
  onRemove(): void;
}

function TermCard({ term, path, mistakes, proposeForms, onChange, onRemove }: TermCardProps) {
  const at = (field: string) => mistakesUnder(mistakes, `${path}.${field}`);
  const [told, setTold] = useState('');
  return (
    <section className="card" aria-label={t('studio:terms.card')}>
      <TextInput
        label={t('profile:field.headword')}
        hint={t('studio:terms.headwordHint')}
        value={term.headword}
        mistakes={at('headword')}
        onChange={(headword) => onChange({ headword }, 'headword')}
      />
      <TextInput
        label={t('profile:field.meaning')}
        value={term.meaning}
        mistakes={at('meaning')}
        onChange={(meaning) => onChange({ meaning }, 'meaning')}
      />
      <TextInput
        label={t('studio:card.say')}
        value={term.say}
        mistakes={at('say')}
        onChange={(say) => onChange({ say: say || undefined }, 'say')}
      />
      <WordsInput
        label={t('profile:field.forms')}
        hint={t('studio:terms.formsHint')}
        values={term.forms}
        mistakes={at('forms')}
        onChange={(forms) => onChange({ forms: forms.length > 0 ? forms : undefined }, 'forms')}
      />
      <div className="row">
        <button
          type="button"
          disabled={term.headword.trim() === ''}
          onClick={() => {
            proposeForms(term.headword.trim()).then(
              (forms) => {
                if (forms.length < 2) return setTold(t('studio:terms.noForms'));
                onChange({ forms: forms.filter((form) => form !== term.headword.trim()) }, null);
                setTold(t('studio:terms.proposed'));
              },
              () => setTold(t('studio:terms.noForms')),
            );
          }}
        >
          {t('studio:terms.propose')}
        </button>
        <button type="button" className="danger" onClick={onRemove}>
          {t('studio:terms.remove')}
        </button>
      </div>
      <p role="status">{told}</p>
    </section>
  );
}

/** The terms of a file; null where it holds none that a profile takes. */
async function termsIn(file: File): Promise<Term[] | null> {
  try {
    const { glossary } = JSON.parse(await file.slice(0, 1024 * 1024).text()) as ProfileSource;
    const parsed = parseProfile(
      JSON.stringify({ format: 'obok-profile/1', id: 'hasla', seq: 0, name: 'Hasła', glossary }),
    );
    return parsed.ok && parsed.profile.glossary.length > 0 ? parsed.profile.glossary : null;
  } catch {
    return null;
  }
}
