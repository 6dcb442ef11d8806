import { lazy, Suspense, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { OpenGlossary } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { showInText } from './show-in-text';
import { TermList } from './TermList';

/** Brought when a letter is first checked: its rules are a chunk of their own. */
const LetterCheck = lazy(() =>
  import('@/components/plain-language')
    .then((check) => ({ default: check.LetterCheck }))
    // The extension may have been renewed under an open panel.
    .catch(() => ({ default: CheckFailed })),
);

function CheckFailed() {
  return <p role="alert">{t('letter:failed')}</p>;
}

/** What became of the wish to have the letter of the page. */
export type TakenLetter = { kind: 'taken'; text: string } | { kind: 'none' } | { kind: 'not-permitted' };

export interface PastedTextProps {
  id: string;
  glossary: OpenGlossary;
  /** What was pasted. It may be a client’s letter: kept on the screen, and nowhere else. */
  text: string;
  onText(text: string): void;
  openTerm: string | null;
  onOpenTerm(id: string | null): void;
  onCopy(text: string): void;
  /** Reads the letter that is being written in the page beside, once. */
  onTakeLetter(): Promise<TakenLetter>;
}

/** The terms of a letter or an e-mail, in its order, and on request how hard it is. */
export function PastedText(props: PastedTextProps) {
  const { id, glossary, text, onText, openTerm, onOpenTerm, onCopy, onTakeLetter } = props;
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Typing goes on while a long letter is looked through.
  const asked = useDeferredValue(text);
  const mentions = useMemo(() => glossary.mentionedIn(asked), [glossary, asked]);
  const jargon = useMemo(() => glossary.replaceableIn(asked), [glossary, asked]);
  const isEmpty = asked.trim() === '';
  const [isChecked, setChecked] = useState(false);
  const check = useRef<HTMLElement>(null);
  const isCheckShown = isChecked && !isEmpty;
  useEffect(() => {
    if (!isCheckShown) return;
    check.current?.focus({ preventScroll: true });
    // Its terms above may be many: what was asked for is what is seen.
    check.current?.scrollIntoView?.({ block: 'start' });
  }, [isCheckShown]);
  const [untaken, setUntaken] = useState<Exclude<TakenLetter['kind'], 'taken'> | null>(null);
  /** What stood in the field before, to be had back. */
  const [replaced, setReplaced] = useState<string | null>(null);
  const take = async () => {
    const letter = await onTakeLetter();
    setUntaken(letter.kind === 'taken' ? null : letter.kind);
    if (letter.kind !== 'taken') return;
    setReplaced(isEmpty || text === letter.text ? null : text);
    onText(letter.text);
    setChecked(true);
  };
  return (
    <div className="glossary" id={id}>
      <label htmlFor={fieldId}>{t('glossary:paste.label')}</label>
      <textarea
        id={fieldId}
        ref={field}
        className="glossary-text"
        lang="pl"
        rows={4}
        autoComplete="off"
        // A browser may have a text’s spelling checked elsewhere: this one stays here.
        spellCheck={false}
        aria-describedby={text === '' ? `${fieldId}-hint` : undefined}
        value={text}
        onChange={({ target }) => {
          onText(target.value);
          // Or the check would come back, and take the focus, in the middle of a word.
          if (target.value.trim() === '') setChecked(false);
          setReplaced(null);
          setUntaken(null);
        }}
      />
      <div className="row">
        <button type="button" onClick={() => void take()}>
          {t('letter:take.button')}
        </button>
        {replaced !== null && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              onText(replaced);
              setReplaced(null);
              field.current?.focus();
            }}
          >
            {t('letter:take.back')}
          </button>
        )}
      </div>
      {text === '' && (
        <p className="soft" id={`${fieldId}-hint`}>
          {t('glossary:paste.hint')}
        </p>
      )}
      <div className="glossary-told">
        <p role="status">
          {untaken === null ? !isEmpty && toldOf(mentions.length) : t(`letter:take.${untaken}`)}
        </p>
        {!isEmpty && (
          <button
            type="button"
            aria-expanded={isChecked}
            aria-controls={isChecked ? `${id}-check` : undefined}
            onClick={() => setChecked(!isChecked)}
          >
            {t('letter:check')}
          </button>
        )}
        {text !== '' && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              onText('');
              setChecked(false);
              field.current?.focus();
            }}
          >
            {t('glossary:paste.clear')}
          </button>
        )}
      </div>
      <TermList
        list={list}
        name={t('glossary:paste.list')}
        mentions={mentions}
        openTerm={openTerm}
        onOpenTerm={onOpenTerm}
        onLeave={() => field.current?.focus()}
        onCopy={onCopy}
      />
      {isCheckShown && (
        <section
          id={`${id}-check`}
          ref={check}
          className="letter-check"
          aria-labelledby={`${id}-check-title`}
          tabIndex={-1}
        >
          <h2 id={`${id}-check-title`}>{t('letter:title')}</h2>
          <Suspense fallback={<p className="soft">{t('letter:loading')}</p>}>
            <LetterCheck
              text={asked}
              jargon={jargon}
              onShow={(start, end) => field.current && showInText(field.current, start, end)}
              onCopy={onCopy}
            />
          </Suspense>
        </section>
      )}
    </div>
  );
}

const toldOf = (mentions: number) =>
  mentions > 0 ? t('glossary:paste.found', { count: mentions }) : t('glossary:paste.none');
