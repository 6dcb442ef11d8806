import type { Ref } from 'react';

export interface PasswordFieldProps {
  id: string;
  label: string;
  value: string;
  isShown: boolean;
  isWrong: boolean;
  /** The id of what tells what is wrong; absent where nothing does. */
  faultId: string | undefined;
  onType(typed: string): void;
  ref?: Ref<HTMLInputElement>;
}

/** A password, covered until the clerk asks to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const { id, label, value, isShown, isWrong, faultId, onType, ref } = props;
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={ref}
        type={isShown ? 'text' : 'password'}
        // Or the browser offers to keep it, as though it were a site's.
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={faultId}
        onChange={({ target }) => onType(target.value)}
      />
    </p>
  );
}
