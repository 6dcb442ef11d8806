import { useMemo } from 'react';
import { type Callback, isSettled } from '@/lib/callbacks';
import type { Entry } from '@/lib/directory';
import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/hand-over.json';
import pl from '@/lib/i18n/pl/hand-over.json';
import { FilesSection } from './FilesSection';
import { GiveSection } from './GiveSection';
import type { Offered } from './offered';
import { TakeSection } from './TakeSection';

// They come with this part of the panel, and are no part of the budget of what opens first. They stand in this module
// because one that nothing is taken from is left out of the build.
addTexts('hand-over', { pl, en });

export interface HandOverDeskProps {
  /** All promises. */
  callbacks: readonly Callback[];
  now: Date;
  directory: readonly Pick<Entry, 'person' | 'email'>[];
  /** The clerk, with the referat; empty where she has not said who she is. */
  from: string;
  /** True where the profile wants a number covered on the screen. */
  maskPhones: boolean;
  /** To each colleague what was given and waits to be confirmed. */
  offered: readonly Offered[];
  onOffered(offered: Offered[]): void;
  onTell(text: string): void;
  /** @param told what is said once it is copied */
  onCopy(text: string, told?: string): void;
  /** Prints what stands in `.hand-over-print`, and nothing else. */
  onPrint(): void;
  /** Settles with whether they are handed over now. */
  onHandedOver(offered: Offered): Promise<boolean>;
  /** @param change see `writeCallbacks`. Settles with whether it was written */
  onTake(ids: string[], change: (standing: Callback[]) => Callback[]): Promise<boolean>;
}

/** Promises go to a colleague, come from one, or into a calendar or a table. */
export function HandOverDesk(props: HandOverDeskProps) {
  const { callbacks } = props;
  const open = useMemo(
    () => callbacks.filter((callback) => !isSettled(callback)).sort((a, b) => a.due - b.due),
    [callbacks],
  );
  return (
    <div className="hand-over-desk">
      <GiveSection {...props} open={open} />
      <TakeSection {...props} />
      <FilesSection {...props} open={open} />
    </div>
  );
}
