import { useDeferredValue, useId, useMemo, useRef } from 'react';
import type { OpenGlossary } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { TermList } from './TermList';

export interface PastedTextProps {
  id: string;
  glossary: OpenGlossary;
  /** What was pasted. It may be a client’s letter: kept on the screen, and nowhere else. */
  text: string;
  onText(text: string): void;
  openTerm: string | null;
  onOpenTerm(id: string | null): void;
  onCopy(text: string): void;
}

/** The terms of a letter or an e-mail, in its order. */
export function PastedText({ id, glossary, text, onText, openTerm, onOpenTerm, onCopy }: PastedTextProps) {
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Typing goes on while a long letter is looked through.
  const asked = useDeferredValue(text);
  const mentions = useMemo(() => glossary.mentionedIn(asked), [glossary, asked]);
  const isEmpty = asked.trim() === '';
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
        onChange={({ target }) => onText(target.value)}
      />
      {text === '' && (
        <p className="soft" id={`${fieldId}-hint`}>
          {t('glossary:paste.hint')}
        </p>
      )}
      <div className="glossary-told">
        <p role="status">
          {!isEmpty &&
            (mentions.length > 0
              ? t('glossary:paste.found', { count: mentions.length })
              : t('glossary:paste.none'))}
        </p>
        {text !== '' && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              onText('');
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
    </div>
  );
}
