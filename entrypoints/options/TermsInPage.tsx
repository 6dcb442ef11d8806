import { startTransition, useId, useOptimistic } from 'react';
import type { Perform } from '@/components/notice';
import { translate as t } from '@/lib/i18n';
import type { System } from '@/lib/page';
import { chooseUnderlining } from '@/lib/store';
import { type Underlining, type UnderliningChoices, underliningIn, underlinings } from '@/lib/underlining';
import { tellSettings } from './tell-settings';

export interface TermsInPageProps {
  systems: System[];
  underlining: UnderliningChoices;
  perform: Perform;
}

/** In which systems the hard words of a page are underlined: not, on request, always. */
export function TermsInPage({ systems, underlining, perform }: TermsInPageProps) {
  const choose = (system: string, choice: Underlining) =>
    perform(async () => {
      await chooseUnderlining(system, choice);
      tellSettings();
      return { text: t('options:saved') };
    });
  return (
    <section aria-labelledby="terms-title">
      <h2 id="terms-title">{t('options:terms.title')}</h2>
      <p>{t('options:terms.text')}</p>
      <ul className="list">
        {systems.map(({ id, name }) => (
          <Choice
            key={id}
            name={name}
            chosen={underliningIn(id, underlining)}
            onChoose={(choice) => choose(id, choice)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  name: string;
  chosen: Underlining;
  /** Settles when it is written, or when it could not be. */
  onChoose(choice: Underlining): Promise<void>;
}

/** Answers the choice at once, and goes back where the writing failed. */
function Choice({ name, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  const [shown, setShown] = useOptimistic(chosen);
  return (
    <li>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={shown}
        onChange={({ target }) =>
          startTransition(async () => {
            const choice = target.value as Underlining;
            setShown(choice);
            await onChoose(choice);
          })
        }
      >
        {underlinings.map((one) => (
          <option key={one} value={one}>
            {t(`options:terms.${one}`)}
          </option>
        ))}
      </select>
    </li>
  );
}
