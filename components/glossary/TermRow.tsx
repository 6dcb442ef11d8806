import { useId } from 'react';
import type { Entry } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';

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
  const { name, meaning, isOwn, toCheck } = entry;
  const id = useId();
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
      </h3>
      <div className="term-meaning" id={`${id}-meaning`}>
        <p lang="pl">{meaning}</p>
        {isOwn && <p className="badge">{t('glossary:card.own')}</p>}
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
    </div>
  );
}
