export interface PasswordFieldProps {
  id: string;
  label: string;
  value: string;
  isShown: boolean;
  /** The id of what says what is wrong with it; null where nothing is. */
  faultId: string | null;
  onType(typed: string): void;
}

/** A password, covered until the clerk asks to see it. */
export function PasswordField({ id, label, value, isShown, faultId, onType }: PasswordFieldProps) {
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={isShown ? 'text' : 'password'}
        // Or the browser offers to keep it, as though it were a site's.
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={faultId !== null || undefined}
        aria-describedby={faultId ?? undefined}
        onChange={({ target }) => onType(target.value)}
      />
    </p>
  );
}

/** Whether passwords are to be seen. */
export function ShowPassword(props: { label: string; isShown: boolean; onShow(isShown: boolean): void }) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.isShown}
        onChange={({ target }) => props.onShow(target.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
