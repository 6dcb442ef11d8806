import { useId } from 'react';
import type { Entry } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { useTermActions } from './clerk-words';
import { OwnTermActions } from './OwnTermActions';

export interface TermRowProps {
  entry: Entry;
  /** How often it stands in the text that was pasted. */
  count: number | undefined;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onCopy(text: string): void;
}

/** A term with its meaning, which is seen at once; the sentence to say and the rest are one press away. */
export function TermRow({ entry, count, isOpen, onOpen, onCopy }: TermRowProps) {
  const { name, meaning, isOwn, isClerks, toCheck } = entry;
  const id = useId();
  const { favourites, onFavourite } = useTermActions();
  const isFavourite = favourites.has(entry.id);
  return (
    <li className={isOpen ? 'term is-open' : 'term'} data-term={entry.id}>
      <h3>
        <button
          type="button"
          className="term-name"
          lang="pl"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-describedby={`${id}-meaning`}
          onClick={() => onOpen(!isOpen)}
        >
          {name}
        </button>
        {count !== undefined && (
          <span className="soft term-count">{t('glossary:card.times', { count })}</span>
        )}
        <button
          type="button"
          className="quiet term-favourite"
          aria-pressed={isFavourite}
          aria-label={t('glossary:favourite.of', { name })}
          aria-keyshortcuts="*"
          title={isFavourite ? t('glossary:favourite.drop') : t('glossary:favourite.add')}
          onClick={() => onFavourite(entry, !isFavourite)}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path
              d="M9 1.8l2.2 4.6 5 .7-3.6 3.5.9 5L9 13.2l-4.5 2.4.9-5L1.8 7.1l5-.7z"
              fill={isFavourite ? 'currentcolor' : 'none'}
              stroke="currentcolor"
              strokeWidth="1.5"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      </h3>
      <div className="term-meaning" id={`${id}-meaning`}>
        <p lang="pl">{meaning}</p>
        {isOwn && <p className="badge">{t('glossary:card.own')}</p>}
        {isClerks && <p className="badge">{t('glossary:card.mine')}</p>}
        {toCheck && <p className="term-check">{t('glossary:card.toCheck')}</p>}
      </div>
      {isOpen && <Card id={id} entry={entry} onCopy={onCopy} />}
    </li>
  );
}

function Card({ id, entry, onCopy }: { id: string; entry: Entry; onCopy(text: string): void }) {
  const { say, instead, law, area, meaning } = entry;
  const facts: [string, string | undefined, lang?: 'pl'][] = [
    [t('glossary:card.instead'), instead, 'pl'],
    [t('glossary:card.law'), law, 'pl'],
    [t('glossary:card.area'), area && t(`glossary:area.${area}`)],
  ];
  return (
    <div className="term-card" id={id}>
      {say !== undefined && (
        <p className="say">
          <span className="say-label">{t('glossary:card.say')}</span>{' '}
          <span lang="pl">{t('panel:introduction.quoted', { text: say })}</span>
        </p>
      )}
      {/* Where there is no sentence to say, the meaning is what can be said. */}
      <button type="button" className="glossary-narrow" onClick={() => onCopy(say ?? meaning)}>
        {t('glossary:card.copy')}
      </button>
      <dl>
        {facts.map(
          ([label, text, lang]) =>
            text !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang={lang}>{text}</dd>
              </div>
            ),
        )}
      </dl>
      {entry.isClerks && <OwnTermActions entry={entry} onCopy={onCopy} />}
    </div>
  );
}
