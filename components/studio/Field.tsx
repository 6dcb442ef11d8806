import { type ReactNode, useId, useState } from 'react';
import { wordsIn } from '@/lib/draft';
import type { ProfileError } from '@/lib/profile';

/** What a control needs to be tied to its label, its hint and what is wrong with it. */
interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  mistakes?: readonly ProfileError[];
  children(control: ControlProps): ReactNode;
}

/** A labelled control with its hint, and under it what is wrong and how to mend it. */
export function Field({ label, hint, mistakes = [], children }: FieldProps) {
  const id = useId();
  const isWrong = mistakes.length > 0;
  const described = [hint !== undefined && `${id}-hint`, isWrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="studio-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': isWrong || undefined })}
      {hint !== undefined && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Mistakes id={`${id}-wrong`} mistakes={mistakes} />
    </div>
  );
}

/** What is wrong here, each with its cure. */
export function Mistakes({ id, mistakes }: { id?: string; mistakes: readonly ProfileError[] }) {
  if (mistakes.length === 0) return null;
  return (
    <ul className="mistakes" id={id}>
      {mistakes.map(({ path, message }) => (
        <li key={path + message} className="fault">
          {message}
        </li>
      ))}
    </ul>
  );
}

export interface TextInputProps {
  label: string;
  value: string | undefined;
  hint?: string | undefined;
  mistakes?: readonly ProfileError[];
  type?: 'text' | 'tel' | 'email';
  onChange(value: string): void;
}

/** One line of text. */
export function TextInput({ value, onChange, type = 'text', ...field }: TextInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          autoComplete="off"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export interface NumberInputProps {
  label: string;
  value: number | undefined;
  hint?: string | undefined;
  mistakes?: readonly ProfileError[];
  /** Undefined once the field is empty. */
  onChange(value: number | undefined): void;
}

/** A whole number, or nothing. */
export function NumberInput({ value, onChange, ...field }: NumberInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="number"
          type="number"
          inputMode="numeric"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
        />
      )}
    </Field>
  );
}

export interface WordsInputProps {
  label: string;
  values: readonly string[] | undefined;
  hint?: string | undefined;
  mistakes?: readonly ProfileError[];
  onChange(values: string[]): void;
}

/** Words between commas. What is typed stays as typed while the field has the focus. */
export function WordsInput({ values = [], onChange, ...field }: WordsInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // Taken back or changed elsewhere: what stands in the draft is shown.
  const isOwn = typed !== null && wordsIn(typed).join() === values.join();
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          value={isOwn ? typed : values.join(', ')}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(wordsIn(target.value));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
