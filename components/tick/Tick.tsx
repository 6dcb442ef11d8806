import { type ReactNode, startTransition, useOptimistic } from 'react';

export interface TickProps {
  isOn: boolean;
  /** Settles when it is written, or when it could not be. */
  onChange(isOn: boolean): Promise<void>;
  children: ReactNode;
}

/** A checkbox that answers the press at once, and goes back where the writing failed. */
export function Tick({ isOn, onChange, children }: TickProps) {
  const [shown, setShown] = useOptimistic(isOn);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={shown}
        onChange={({ target: { checked } }) =>
          startTransition(async () => {
            setShown(checked);
            await onChange(checked);
          })
        }
      />
      <span>{children}</span>
    </label>
  );
}
