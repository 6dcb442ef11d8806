import type { Encounter } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import { EncounterBar } from '../now/EncounterBar';
import { Tick } from '../tick';
import type { EndingList } from './ending-lists';

export interface EndingTabProps {
  encounter: Encounter | null;
  lists: EndingList[];
  /** `list/item` of what is ticked. */
  ticked: ReadonlySet<string>;
  /** Settles when it is kept, or when it could not be. */
  onTick(key: string, isTicked: boolean): Promise<void>;
  onStart(): void;
  onEnd(): void;
}

/** „Zakończenie”: what must not be left unclear, ticked off, and the end of the service. */
export function EndingTab({ encounter, lists, ticked, onTick, onStart, onEnd }: EndingTabProps) {
  const keys = lists.flatMap((list) => list.items.map((item) => `${list.id}/${item.id}`));
  const left = keys.filter((key) => !ticked.has(key)).length;
  return (
    <>
      {encounter === null && <p className="soft">{t('panel:ending.noEncounter')}</p>}
      {lists.length === 0 && <p className="soft">{t('panel:ending.noLists')}</p>}
      {lists.map((list) => (
        <fieldset key={list.id} className="checklist" disabled={encounter === null}>
          <legend lang="pl">{list.name}</legend>
          {list.items.map((item) => {
            const key = `${list.id}/${item.id}`;
            return (
              <Tick key={key} isOn={ticked.has(key)} onChange={(isOn) => onTick(key, isOn)}>
                <span lang="pl">{item.text}</span>
              </Tick>
            );
          })}
        </fieldset>
      ))}
      {encounter !== null && keys.length > 0 && (
        <p className="soft">
          {left === 0 ? t('panel:ending.complete') : t('panel:ending.left', { count: left })}
        </p>
      )}
      <EncounterBar encounter={encounter} onStart={onStart} onEnd={onEnd} />
    </>
  );
}
