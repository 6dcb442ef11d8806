import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Entry, OpenGlossary } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { PastedText, type TakenLetter } from './PastedText';
import { TermFilter, type Wanted } from './TermFilter';
import { TermList } from './TermList';

/** The glossary is brought when it is first asked for. */
export type Opening = { kind: 'loading' } | { kind: 'failed' } | { kind: 'open'; glossary: OpenGlossary };

export interface GlossaryTabProps {
  opening: Opening;
  onRetry(): void;
  onCopy(text: string): void;
  /** Reads the letter that is being written in the page beside, once. */
  onTakeLetter(): Promise<TakenLetter>;
}

/** „Słownik”: what a word means, how to say it, and which words of a letter need it. */
export function GlossaryTab({ opening, onRetry, onCopy, onTakeLetter }: GlossaryTabProps) {
  switch (opening.kind) {
    case 'loading':
      return <p className="soft">{t('glossary:loading')}</p>;
    case 'failed':
      return (
        <div className="glossary" role="alert">
          <p>{t('glossary:failed')}</p>
          <button type="button" className="glossary-narrow" onClick={onRetry}>
            {t('glossary:retry')}
          </button>
        </div>
      );
    case 'open':
      return <Lookup glossary={opening.glossary} onCopy={onCopy} onTakeLetter={onTakeLetter} />;
  }
}

type LookupProps = Pick<GlossaryTabProps, 'onCopy' | 'onTakeLetter'> & { glossary: OpenGlossary };

function Lookup({ glossary, onCopy, onTakeLetter }: LookupProps) {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<Wanted>('all');
  const [openTerm, setOpenTerm] = useState<string | null>(null);
  const [isPasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const everywhere = useMemo(() => glossary.search(query), [glossary, query]);
  const found = useMemo(() => everywhere.filter((entry) => isWanted(entry, wanted)), [everywhere, wanted]);
  const isAsked = query.trim() !== '';

  const firstTerm = () => list.current?.querySelector<HTMLElement>('.term-name');
  const onSearchKey = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key === 'Escape') setQuery('');
    else if (event.key === 'ArrowDown') firstTerm()?.focus();
    else if (event.key === 'Enter' && isAsked && first) {
      setOpenTerm(first.id);
      firstTerm()?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="glossary">
      <label className="visually-hidden" htmlFor={id}>
        {t('glossary:search.label')}
      </label>
      <input
        id={id}
        ref={search}
        type="search"
        autoComplete="off"
        placeholder={t('glossary:search.label')}
        value={query}
        onChange={({ target: { value } }) => {
          setQuery(value);
          setPasting(false);
        }}
        onKeyDown={onSearchKey}
      />
      <div className="glossary-ways">
        <TermFilter
          entries={glossary.entries}
          wanted={wanted}
          onWanted={(next) => {
            setWanted(next);
            setPasting(false);
          }}
        />
        <button
          type="button"
          aria-expanded={isPasting}
          aria-controls={isPasting ? `${id}-paste` : undefined}
          onClick={() => setPasting(!isPasting)}
        >
          {t('glossary:paste.open')}
        </button>
      </div>
      {isPasting ? (
        <PastedText
          id={`${id}-paste`}
          glossary={glossary}
          text={pasted}
          onText={setPasted}
          openTerm={openTerm}
          onOpenTerm={setOpenTerm}
          onCopy={onCopy}
          onTakeLetter={onTakeLetter}
        />
      ) : (
        <>
          <p role="status" className={isAsked ? 'soft' : 'visually-hidden'}>
            {isAsked && toldOf(found.length, everywhere.length)}
          </p>
          {found.length === 0 && everywhere.length > 0 && (
            <button
              type="button"
              className="glossary-narrow"
              onClick={() => {
                setWanted('all');
                search.current?.focus();
              }}
            >
              {t('glossary:search.everywhere')}
            </button>
          )}
          <TermList
            // Another list begins at its top.
            key={`${wanted} ${query}`}
            list={list}
            name={t('glossary:list.name')}
            mentions={found.map((entry) => ({ entry }))}
            openTerm={openTerm}
            onOpenTerm={setOpenTerm}
            onLeave={() => search.current?.focus()}
            onCopy={onCopy}
          />
        </>
      )}
    </div>
  );
}

function isWanted({ area, isOwn }: Entry, wanted: Wanted): boolean {
  return wanted === 'all' || (wanted === 'own' ? isOwn : area === wanted);
}

function toldOf(found: number, everywhere: number): string {
  if (found > 0) return t('glossary:search.found', { count: found });
  return everywhere > 0 ? t('glossary:search.noneHere') : t('glossary:search.none');
}
