import { useId, useRef, useState } from 'react';
import type { ProfileError } from '@/lib/profile';
import { type Moment, type Provision, provisionById, provisions } from '@/lib/standard';
import { Mistakes } from './Field';
import { t } from './words';

export interface ProvisionPickerProps {
  chosen: readonly string[];
  /** Provisions of this moment are offered first. */
  moment: Moment | undefined;
  mistakes: readonly ProfileError[];
  onChange(chosen: string[]): void;
}

/** More than these at once nobody reads. */
const firstShown = 6;

/** The provisions a reminder carries, each with its text, and the whole standard to search. */
export function ProvisionPicker({ chosen, moment, mistakes, onChange }: ProvisionPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <fieldset className="provisions">
      <legend>{t('studio:card.provisions')}</legend>
      <ul>
        {chosen.map((id) => {
          const provision = provisionById(id);
          const citation = provision?.citation ?? id;
          return (
            <li key={id}>
              <div>
                <strong>{citation}</strong>
                {provision && <p lang="pl">{provision.text}</p>}
              </div>
              <button
                type="button"
                className="quiet"
                aria-label={t('studio:provision.remove', { citation })}
                onClick={() => {
                  onChange(chosen.filter((one) => one !== id));
                  opener.current?.focus();
                }}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <Mistakes mistakes={mistakes} />
      {isOpen && (
        <Search
          chosen={chosen}
          moment={moment}
          onPick={(id) => {
            onChange([...chosen, id]);
            setOpen(false);
            opener.current?.focus();
          }}
        />
      )}
      <button type="button" ref={opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('studio:provision.done') : t('studio:provision.add')}
      </button>
    </fieldset>
  );
}

interface SearchProps {
  chosen: readonly string[];
  moment: Moment | undefined;
  onPick(id: string): void;
}

function Search({ chosen, moment, onPick }: SearchProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(firstShown);
  const found = findProvisions(query, moment).filter((provision) => !chosen.includes(provision.id));
  const rest = found.length - most;
  return (
    // What is typed here is no part of the draft.
    <div className="provision-search not-draft">
      <label htmlFor={id}>{t('studio:provision.search')}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it comes up by the press of its button
        autoFocus
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setMost(firstShown);
        }}
      />
      <p role="status" className="soft">
        {found.length === 0
          ? t('studio:provision.none')
          : t('studio:provision.found', { count: found.length })}
      </p>
      <ul>
        {found.slice(0, most).map((provision) => (
          <li key={provision.id}>
            <button type="button" onClick={() => onPick(provision.id)}>
              <strong>{provision.citation}</strong>
              <span lang="pl">{provision.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="quiet" onClick={() => setMost(most + 20)}>
          {t('studio:provision.more', { count: Math.min(rest, 20) })}
        </button>
      )}
    </div>
  );
}

/** Those that hold every word of the query, or a beginning of it; of this moment first. */
function findProvisions(query: string, moment: Moment | undefined): Provision[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return provisions
    .filter(({ id, section, text, citation }) => {
      const all = plain(`${id} ${section} ${text} ${citation}`);
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => Number(b.moment === moment) - Number(a.moment === moment));
}

/** Without case and marks: nobody types „ł” to search. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}
