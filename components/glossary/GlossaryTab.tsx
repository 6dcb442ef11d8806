import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { OwnTerm as ClerkTerm, Entry, OpenGlossary, TermDraft } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { type ClerkWords, type TermActions, TermActionsProvider } from './clerk-words';
import { OnThisPage, type PageWays } from './OnThisPage';
import { OwnTerm } from './OwnTerm';
import { PastedText, type TakenLetter } from './PastedText';
import { TermFilter, type Wanted } from './TermFilter';
import { TermList } from './TermList';

/** The glossary is brought when it is first asked for. */
export type Opening = { kind: 'loading' } | { kind: 'failed' } | { kind: 'open'; glossary: OpenGlossary };

export interface GlossaryTabProps {
  opening: Opening;
  /** Null while they are not known. */
  words: ClerkWords | null;
  ways: PageWays;
  onRetry(): void;
  onCopy(text: string): void;
  /** Reads the letter that is being written in the page beside, once. */
  onTakeLetter(): Promise<TakenLetter>;
}

/** Below the search: the list, or one of the three things that a press brings in its place. */
type Part = 'list' | 'paste' | 'page' | 'own';

const blank: TermDraft = { headword: '', meaning: '', say: '', forms: null };

/** „Słownik”: what a word means, how to say it, and which words of a letter need it. */
export function GlossaryTab(props: GlossaryTabProps) {
  const { opening, words, onRetry } = props;
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
      return words && <Lookup {...props} words={words} glossary={opening.glossary} />;
  }
}

interface LookupProps extends Omit<GlossaryTabProps, 'opening'> {
  words: ClerkWords;
  glossary: OpenGlossary;
}

function Lookup({ glossary, words, ways, onRetry, onCopy, onTakeLetter }: LookupProps) {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<Wanted>('all');
  const [openTerm, setOpenTerm] = useState<string | null>(null);
  const [part, setPart] = useState<Part>('list');
  // By the id of the term that is changed, '' for a new one: what is typed stays while another part is looked at.
  const [drafts, setDrafts] = useState<Record<string, TermDraft>>({});
  const [edited, setEdited] = useState('');
  const [pasted, setPasted] = useState('');
  const everywhere = useMemo(() => glossary.search(query), [glossary, query]);
  const isAsked = query.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is marked stays under the hand until the next look
  const found = useMemo(() => {
    const { favourites } = words;
    const all = everywhere.filter((entry) => isWanted(entry, wanted, favourites));
    const isFavourite = ({ id }: Entry) => favourites.has(id);
    return isAsked ? all : [...all.filter(isFavourite), ...all.filter((entry) => !isFavourite(entry))];
  }, [everywhere, wanted, part, isAsked]);

  const turnTo = (next: Part) => {
    setEdited('');
    setPart(part === next ? 'list' : next);
  };
  const edit = (id: string, begun: TermDraft) => {
    setDrafts((typed) => ({ ...typed, [id]: typed[id] ?? begun }));
    setEdited(id);
    setPart('own');
  };
  const leaveDraft = () => {
    setDrafts(({ [edited]: _, ...others }) => others);
    setPart('list');
    search.current?.focus();
  };
  const actions: TermActions = {
    ...words,
    onEdit: (term) => edit(term.id, draftOf(term)),
    onDrop: (term) => {
      words.onDrop(term);
      // Its row goes, and the focus would go with it.
      search.current?.focus();
    },
  };
  const keep = async (term: ClerkTerm) => {
    const isKept = await words.onKeep(term);
    if (isKept) {
      setQuery('');
      setWanted('mine');
      setOpenTerm(term.id);
      leaveDraft();
    }
    return isKept;
  };

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
    <TermActionsProvider value={actions}>
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
            setPart('list');
          }}
          onKeyDown={onSearchKey}
        />
        <div className="glossary-ways">
          <TermFilter
            entries={glossary.entries}
            wanted={wanted}
            onWanted={(next) => {
              setWanted(next);
              setPart('list');
            }}
          />
          {(['paste', 'page', 'own'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-expanded={part === one}
              aria-controls={part === one ? `${id}-${one}` : undefined}
              onClick={() => turnTo(one)}
            >
              {wayTo(one)}
            </button>
          ))}
        </div>
        {part === 'paste' && (
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
        )}
        {part === 'page' && (
          <OnThisPage
            {...ways}
            id={`${id}-page`}
            glossary={glossary}
            openTerm={openTerm}
            onOpenTerm={setOpenTerm}
            onLeave={() => search.current?.focus()}
            onCopy={onCopy}
          />
        )}
        {part === 'own' && (
          <OwnTerm
            // Another term is another form.
            key={edited}
            id={`${id}-own`}
            draft={drafts[edited] ?? blank}
            onDraft={(typed) => setDrafts((all) => ({ ...all, [edited]: typed }))}
            termId={edited === '' ? undefined : edited}
            terms={words.terms}
            onKeep={keep}
            onLeave={leaveDraft}
            onRetry={onRetry}
          />
        )}
        {part === 'list' && (
          <>
            <p role="status" className={isAsked ? 'soft' : 'visually-hidden'}>
              {isAsked && toldOf(found.length, everywhere.length)}
            </p>
            {isAsked && everywhere.length === 0 && (
              <button
                type="button"
                className="glossary-narrow"
                onClick={() => edit('', { ...blank, headword: query.trim() })}
              >
                {t('glossary:mine.addThis')}
              </button>
            )}
            {!isAsked && found.length === 0 && (
              <p className="soft">
                {wanted === 'favourites' ? t('glossary:favourite.none') : t('glossary:mine.none')}
              </p>
            )}
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
    </TermActionsProvider>
  );
}

function draftOf({ headword, meaning, say = '', forms }: ClerkTerm): TermDraft {
  return { headword, meaning, say, forms: forms?.join(', ') ?? null };
}

function wayTo(part: Exclude<Part, 'list'>): string {
  switch (part) {
    case 'paste':
      return t('glossary:paste.open');
    case 'page':
      return t('glossary:page.open');
    case 'own':
      return t('glossary:mine.add');
  }
}

function isWanted(
  { id, area, isOwn, isClerks }: Entry,
  wanted: Wanted,
  favourites: ReadonlySet<string>,
): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'favourites':
      return favourites.has(id);
    case 'mine':
      return isClerks === true;
    case 'own':
      return isOwn;
    default:
      return area === wanted;
  }
}

function toldOf(found: number, everywhere: number): string {
  if (found > 0) return t('glossary:search.found', { count: found });
  return everywhere > 0 ? t('glossary:search.noneHere') : t('glossary:search.none');
}
