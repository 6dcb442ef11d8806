import { useId, useRef, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Provision } from '@/lib/standard';
import type { ReminderCard } from './now-model';

/** What the clerk does with a reminder in the panel. */
export type CardAnswer = 'done' | 'not-today' | 'not-in-case' | 'switch-off';

export interface ReminderItemProps {
  card: ReminderCard;
  /** False where no case is in hand. */
  isCaseInHand: boolean;
  onAnswer(card: ReminderCard, answer: CardAnswer): void;
}

type Aside = 'why' | 'source' | 'more';

/** One reminder: what to mind, the sentence to say, and the answers; the rest one press away. */
export function ReminderItem({ card, isCaseInHand, onAnswer }: ReminderItemProps) {
  const [open, setOpen] = useState<Aside | null>(null);
  const id = useId();
  const titleId = `${id}-title`;
  const asides: [Aside, string][] = [
    ['why', t('panel:card.why')],
    ['source', t('panel:card.source')],
    ['more', t('panel:card.more')],
  ];
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <li
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        setOpen(null);
        opener.current?.focus();
      }}
      className={card.isOnPage ? 'card is-on-page' : 'card'}
      data-reminder={card.id}
    >
      <h3 id={titleId} tabIndex={-1} lang="pl">
        {card.text}
      </h3>
      {card.isOnPage && <p className="badge">{t('panel:card.onPage')}</p>}
      {card.say !== null && (
        <p className="say">
          <span className="say-label">{t('panel:card.say')}</span>{' '}
          <span lang="pl">{t('panel:introduction.quoted', { text: card.say })}</span>
        </p>
      )}
      <div className="row">
        <button type="button" aria-describedby={titleId} onClick={() => onAnswer(card, 'done')}>
          {t('panel:card.done')}
        </button>
        {asides.map(([aside, name]) => (
          <button
            key={aside}
            ref={open === aside ? opener : undefined}
            type="button"
            className="quiet"
            aria-describedby={titleId}
            aria-expanded={open === aside}
            aria-controls={open === aside ? `${id}-${aside}` : undefined}
            onClick={() => setOpen(open === aside ? null : aside)}
          >
            {name}
          </button>
        ))}
      </div>
      {open === 'why' && <Reasons id={`${id}-why`} why={card.why} />}
      {open === 'source' && <Source id={`${id}-source`} provisions={card.provisions} />}
      {open === 'more' && (
        <div className="row aside" id={`${id}-more`}>
          <button type="button" onClick={() => onAnswer(card, 'not-today')}>
            {t('panel:card.notToday')}
          </button>
          {isCaseInHand && (
            <button type="button" onClick={() => onAnswer(card, 'not-in-case')}>
              {t('panel:card.notInCase')}
            </button>
          )}
          {card.isLocked ? (
            <p className="soft">{t('panel:card.locked')}</p>
          ) : (
            <button type="button" onClick={() => onAnswer(card, 'switch-off')}>
              {t('panel:card.switchOff')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

export function Reasons({ id, why }: { id?: string; why: string[] }) {
  return (
    <ul className="aside why" id={id} aria-label={t('panel:card.whyList')}>
      {why.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Source({ id, provisions }: { id: string; provisions: Provision[] }) {
  return (
    <div className="aside" id={id} lang="pl">
      {provisions.map((provision) => (
        <figure key={provision.id} className="source">
          <blockquote>{provision.text}</blockquote>
          <figcaption>{provision.citation}</figcaption>
        </figure>
      ))}
    </div>
  );
}
