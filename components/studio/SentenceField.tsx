import { useRef } from 'react';
import { type SentenceField as Fact, fillSentence, type ProfileError, sentenceFields } from '@/lib/profile';
import { Field } from './Field';
import { t } from './words';

export interface SentenceFieldProps {
  label: string;
  hint: string;
  value: string | undefined;
  /** What the fields of the sentence are filled with. */
  facts: Partial<Record<Fact, string>>;
  mistakes: readonly ProfileError[];
  onChange(value: string | undefined): void;
}

/** A sentence to be said, with buttons for what Obok fills in, and as the clerk will see it. */
export function SentenceField({ label, hint, value = '', facts, mistakes, onChange }: SentenceFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (field: Fact) => {
    const { selectionStart: from = value.length, selectionEnd: to = value.length } = box.current ?? {};
    const written = `{${field}}`;
    onChange(value.slice(0, from) + written + value.slice(to));
    // Once React has put the new value in.
    setTimeout(() => {
      box.current?.focus();
      box.current?.setSelectionRange(from + written.length, from + written.length);
    });
  };
  return (
    <Field label={label} hint={hint} mistakes={mistakes}>
      {(control) => (
        <>
          <textarea
            {...control}
            ref={box}
            lang="pl"
            rows={2}
            value={value}
            onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
          />
          <div className="row inserts">
            {sentenceFields.map((field) => (
              <button
                key={field}
                type="button"
                aria-label={t('studio:card.insert', { field })}
                onClick={() => insert(field)}
              >
                {field}
              </button>
            ))}
          </div>
          {value.includes('{') && (
            <p className="filled" lang="pl">
              {t('studio:card.filled', { text: fillSentence(value, facts).text })}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
