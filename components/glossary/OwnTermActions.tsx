import { useId, useState } from 'react';
import type { Entry, OwnTerm } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { useTermActions } from './clerk-words';

/** What can be done with a term of one’s own: correct it, take it out, give it to the team lead. */
export function OwnTermActions({ entry, onCopy }: { entry: Entry; onCopy(text: string): void }) {
  const id = useId();
  const { terms, onEdit, onDrop } = useTermActions();
  const [isSuggesting, setSuggesting] = useState(false);
  const term = terms.find((one) => one.id === entry.id);
  if (!term) return null;
  return (
    <>
      <div className="row">
        <button type="button" onClick={() => onEdit(term)}>
          {t('glossary:mine.edit')}
        </button>
        <button type="button" onClick={() => onDrop(term)}>
          {t('glossary:mine.drop')}
        </button>
        <button
          type="button"
          aria-expanded={isSuggesting}
          aria-controls={isSuggesting ? id : undefined}
          onClick={() => setSuggesting(!isSuggesting)}
        >
          {t('glossary:suggest.open')}
        </button>
      </div>
      {isSuggesting && (
        <div className="glossary suggestion" id={id}>
          <p className="soft">{t('glossary:suggest.hint')}</p>
          <p className="suggestion-text" lang="pl">
            {suggestionText(term)}
          </p>
          <div className="row">
            <button type="button" onClick={() => onCopy(suggestionText(term))}>
              {t('glossary:suggest.copy')}
            </button>
            <button
              type="button"
              onClick={() => void import('./OwnTermForm').then(({ saveSuggestion }) => saveSuggestion(term))}
            >
              {t('glossary:suggest.save')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

/** For an e-mail to the team lead: Polish, whatever the language of the screen. */
function suggestionText({ headword, meaning, say, forms }: OwnTerm): string {
  return [
    t('glossary:suggest.text.headword', { headword, lng: 'pl' }),
    t('glossary:suggest.text.meaning', { meaning, lng: 'pl' }),
    say && t('glossary:suggest.text.say', { say, lng: 'pl' }),
    forms?.length && t('glossary:suggest.text.forms', { forms: forms.join(', '), lng: 'pl' }),
  ]
    .filter(Boolean)
    .join('\n');
}
