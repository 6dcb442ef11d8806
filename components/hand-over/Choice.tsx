import type { ReactNode } from 'react';

export interface ChoiceProps {
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose(isChosen: boolean): void;
  children: ReactNode;
}

/** A box to tick, with its words beside it. */
export function Choice({ isChosen, isDisabled = false, onChoose, children }: ChoiceProps) {
  return (
    <label className="hand-over-choice">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isDisabled}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
