import { useRef } from 'react';
import { type EndingItem, isOpen } from '@/lib/checklist';
import type { Encounter, ItemAnswer } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import type { Channel, Provision } from '@/lib/standard';
import { EncounterBar } from '../now/EncounterBar';
import { CalmCourse } from './CalmCourse';
import { EndingList } from './EndingList';
import { EndingQuestion } from './EndingQuestion';
import { Later } from './Later';
import { useFocusKept } from './use-focus-kept';
import { useNumberKeys } from './use-number-keys';

export interface EndingTabProps {
  encounter: Encounter | null;
  /** In the order shown; those of one list stand together. */
  items: EndingItem[];
  /** True while the clerk is asked whether to end with items open. */
  isAsking: boolean;
  channel: Channel;
  now: Date;
  provisionOf(id: string): Provision | undefined;
  /** Settles when it is kept, or when it could not be. */
  onAnswer(item: EndingItem, answer: ItemAnswer): Promise<void>;
  onPromise(item: EndingItem): void;
  onStart(): void;
  onEnd(): void;
  /** Ends this service and begins the next client's. */
  onNext(): void;
  onEndAnyway(reason: string): void;
  onBack(): void;
  onCopyNote(text: string): void;
}

/** „Zakończenie”: what must not be left unclear, ticked off, and the end of the service. */
export function EndingTab(props: EndingTabProps) {
  const { encounter, items, isAsking } = props;
  const place = useRef<HTMLDivElement>(null);
  useNumberKeys(place, encounter !== null);
  const keeping = useFocusKept(place);
  const open = items.filter(isOpen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus is
    <div className="ending" ref={place} onFocus={keeping}>
      {encounter === null && <p className="soft">{t('panel:ending.noEncounter')}</p>}
      {items.length === 0 && <p className="soft">{t('panel:ending.noLists')}</p>}
      <EndingList items={items} isDisabled={encounter === null} onAnswer={props.onAnswer} />
      {encounter !== null && items.length > 0 && (
        <div className="ending-left">
          <p className="soft">
            {open.length === 0 ? t('panel:ending.complete') : t('panel:ending.left', { count: open.length })}
          </p>
          {open.length > 0 && <Later items={open} onPromise={props.onPromise} />}
        </div>
      )}
      {isAsking ? (
        <EndingQuestion
          count={open.length}
          onEndAnyway={props.onEndAnyway}
          onBack={() => {
            props.onBack();
            place.current?.querySelector<HTMLElement>('[data-open] input')?.focus();
          }}
        />
      ) : (
        <div className="ending-bar">
          <EncounterBar encounter={encounter} onStart={props.onStart} onEnd={props.onEnd} />
          {encounter !== null && (
            <button type="button" className="quiet" onClick={props.onNext}>
              {t('ending:next.button')}
            </button>
          )}
        </div>
      )}
      <CalmCourse
        channel={props.channel}
        now={props.now}
        provisionOf={props.provisionOf}
        onCopyNote={props.onCopyNote}
      />
    </div>
  );
}
