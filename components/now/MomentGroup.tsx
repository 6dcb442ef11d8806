import { useId, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { CardGroup } from './now-model';
import { ReminderItem, type ReminderItemProps } from './ReminderItem';

export interface MomentGroupProps extends Omit<ReminderItemProps, 'card'> {
  group: CardGroup;
  isOpenAtFirst: boolean;
}

/** More at once is a list to read, not a prompt. */
const atOnce = 3;

/** The reminders of one moment, three at first. */
export function MomentGroup({ group, isOpenAtFirst, ...rest }: MomentGroupProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const { cards } = group;
  const shown = isWhole ? cards : cards.slice(0, atOnce);
  const left = cards.length - shown.length;
  return (
    <section className="group" aria-labelledby={`${id}-name`}>
      <h2>
        <button
          type="button"
          className="group-name"
          id={`${id}-name`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span>{t(`common:moment.${group.moment}`)}</span>
          {group.isPresent && <span className="badge">{t('panel:moments.present')}</span>}
          <span className="count">{cards.length}</span>
        </button>
      </h2>
      {isOpen && (
        <div id={id}>
          <ul className="cards">
            {shown.map((card) => (
              <ReminderItem key={card.id} card={card} {...rest} />
            ))}
          </ul>
          {left > 0 && (
            <button type="button" className="quiet" onClick={() => setWhole(true)}>
              {t('panel:moments.rest', { count: left })}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
