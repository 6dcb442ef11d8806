import { useEffect, useRef, useState } from 'react';
import type { Mention, OpenGlossary } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { TermList } from './TermList';

/** What stands in the tab beside the panel, as far as its words can be asked for. */
export type PageBeside =
  | { kind: 'looking' }
  /** `key` changes with the page. */
  | { kind: 'open'; key: string }
  | { kind: 'not-permitted'; origin: string }
  /** The browser does not even tell its address. */
  | { kind: 'hidden' }
  | { kind: 'not-web' };

/** The text of a page, a block a paragraph; `isCut` where it was longer than Obok reads. */
export interface PageWords {
  text: string;
  isCut: boolean;
}

/** The page beside, and what may be asked of it. */
export interface PageWays {
  page: PageBeside;
  /** Reads the page now, once; null where that failed. */
  onAsk(): Promise<PageWords | null>;
  /** Called in the very turn of the click. */
  onPermit(): void;
  onOpenSystems(): void;
}

export interface OnThisPageProps extends PageWays {
  id: string;
  glossary: OpenGlossary;
  openTerm: string | null;
  onOpenTerm(id: string | null): void;
  onLeave(): void;
  onCopy(text: string): void;
}

/** What came of asking, and of which page. The text itself is not kept. */
type Answer = { key: string } & (
  | { kind: 'asking' }
  | { kind: 'failed' }
  | { kind: 'told'; mentions: Mention[]; isCut: boolean }
);

/** The terms that stand in the page now, in its order. */
export function OnThisPage(props: OnThisPageProps) {
  const { id, glossary, page, onAsk, onPermit, onOpenSystems, openTerm, onOpenTerm, onLeave, onCopy } = props;
  const list = useRef<HTMLUListElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asked = useRef(0);

  const ask = async (key: string) => {
    asked.current += 1;
    const mine = asked.current;
    setAnswer({ key, kind: 'asking' });
    const words = await onAsk().catch(() => null);
    if (mine !== asked.current) return;
    if (words === null) setAnswer({ key, kind: 'failed' });
    else setAnswer({ key, kind: 'told', mentions: glossary.mentionedIn(words.text), isCut: words.isCut });
  };
  // The press that opened this was the first question; any other is asked by a press of its own.
  const first = page.kind === 'open' && answer === null ? page.key : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a page that is there for the first time is asked
  useEffect(() => {
    if (first !== null) void ask(first);
  }, [first]);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );

  const told = answer?.kind === 'told' && page.kind === 'open' && page.key === answer.key ? answer : null;
  return (
    <div className="glossary" id={id}>
      <div className="glossary-told">
        <p role="status">{sentenceFor(page, answer)}</p>
        {page.kind === 'open' && answer && answer.kind !== 'asking' && (
          <button type="button" className="quiet" onClick={() => void ask(page.key)}>
            {page.key === answer.key ? t('glossary:page.again') : t('glossary:page.look')}
          </button>
        )}
        {page.kind === 'not-permitted' && (
          <button type="button" onClick={onPermit}>
            {t('panel:page.permit')}
          </button>
        )}
        {page.kind === 'hidden' && (
          <button type="button" onClick={onOpenSystems}>
            {t('panel:page.openSystems')}
          </button>
        )}
      </div>
      {told?.isCut && <p className="soft">{t('glossary:page.cut')}</p>}
      {told && (
        <TermList
          list={list}
          name={t('glossary:page.list')}
          mentions={told.mentions}
          openTerm={openTerm}
          onOpenTerm={onOpenTerm}
          onLeave={onLeave}
          onCopy={onCopy}
        />
      )}
      <p className="soft">{t('glossary:page.hint')}</p>
    </div>
  );
}

function sentenceFor(page: PageBeside, answer: Answer | null): string {
  switch (page.kind) {
    case 'looking':
      return t('panel:page.looking');
    case 'not-web':
      return t('glossary:page.notWeb');
    case 'hidden':
      return t('panel:page.hidden');
    case 'not-permitted':
      return t('panel:page.notPermitted', { origin: page.origin });
    case 'open':
      break;
  }
  if (answer === null || (answer.kind === 'asking' && answer.key === page.key))
    return t('glossary:page.asking');
  if (answer.key !== page.key) return t('glossary:page.changed');
  if (answer.kind !== 'told') return t('glossary:page.failed');
  const count = answer.mentions.length;
  return count > 0 ? t('glossary:page.found', { count }) : t('glossary:page.none');
}
