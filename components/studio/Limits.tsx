import { useId, useState } from 'react';
import { type BenchLine, isLocked, lockReminder, mistakesUnder, setValue } from '@/lib/draft';
import { NumberInput } from './Field';
import type { PartProps } from './People';
import { t } from './words';

const limits = ['perDay', 'perEncounter', 'perMoment'] as const;

/** How much may come up, and what nobody may switch off. */
export function Limits({ draft, edit, mistakes, lines }: PartProps & { lines: readonly BenchLine[] }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const known = lines.map(({ reminder }) => reminder);
  const gone = (draft.locked ?? []).filter((one) => !known.some((reminder) => reminder.id === one));
  const found = known.filter(({ text }) => text.toLowerCase().includes(wanted));
  return (
    <div className="limits">
      <p className="soft">{t('studio:limits.text')}</p>
      <div className="pairs">
        {limits.map((limit) => (
          <NumberInput
            key={limit}
            label={t(`profile:label.${limit}`)}
            hint={t('studio:inherited')}
            value={draft.budget?.[limit]}
            mistakes={mistakesUnder(mistakes, `budget.${limit}`)}
            onChange={(value) => edit((now) => setValue(now, `budget.${limit}`, value), `budget ${limit}`)}
          />
        ))}
      </div>
      <fieldset className="checks">
        <legend>{t('studio:limits.locks')}</legend>
        <p className="soft">{t('studio:limits.locksText')}</p>
        <div className="not-draft studio-field">
          <label htmlFor={id}>{t('studio:limits.search')}</label>
          <input
            id={id}
            type="search"
            autoComplete="off"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </div>
        <ul>
          {found
            // What is locked stands first, or nobody would find it among sixty.
            .toSorted((a, b) => Number(isLocked(draft, b.id)) - Number(isLocked(draft, a.id)))
            .map(({ id: own, text }) => (
              <li key={own}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={isLocked(draft, own)}
                    onChange={({ target }) => edit((now) => lockReminder(now, own, target.checked))}
                  />
                  <span lang="pl">{text || t('studio:list.noText')}</span>
                </label>
              </li>
            ))}
          {gone.map((own) => (
            <li key={own}>
              <label className="check">
                <input
                  type="checkbox"
                  checked
                  onChange={() => edit((now) => lockReminder(now, own, false))}
                />
                <span>{t('studio:limits.gone', { id: own })}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </div>
  );
}
