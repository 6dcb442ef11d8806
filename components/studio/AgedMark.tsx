import { useContext, useEffect, useRef, useState } from 'react';
import { type Aged, type Repair, repairsOf } from '@/lib/ageing';
import type { Condition } from '@/lib/profile';
import { agedText, clauseText, type SystemNames } from '../condition';
import { tabName } from './Bench';
import { PointingDesk } from './pointing-desk';
import { t } from './words';

export interface AgedMarkProps {
  aged: Aged;
  condition: Condition;
  systems: SystemNames;
  /** Puts a condition in the place of this one; the bench turns to the page it was taken from. */
  onRepair(condition: Condition, tabId: number): void;
}

/** That a condition has aged, and what on the open page of its system could stand for it now. */
export function AgedMark({ aged, condition, systems, onRepair }: AgedMarkProps) {
  const { tabs, labelsIn } = useContext(PointingDesk);
  const ofSystem = tabs.filter(({ context }) => context.system === aged.system);
  const [chosen, setChosen] = useState<number | null>(null);
  const tab = ofSystem.find(({ tabId }) => tabId === chosen) ?? ofSystem[0];
  const labels = useLabels(tab?.tabId ?? null, tab?.context, labelsIn);
  const repairs = tab && labels !== 'reading' ? repairsOf(condition, { context: tab.context, labels }) : [];
  return (
    // What is chosen here is no part of the draft before it is taken.
    <section className="aged not-draft" aria-label={t('studio:aged.name')}>
      <p className="fault">{agedText(aged, systems)}</p>
      {tab === undefined ? (
        <p className="soft">{t('studio:aged.noTab', { system: systems.get(aged.system) ?? aged.system })}</p>
      ) : (
        <>
          {ofSystem.length > 1 && (
            <label>
              {t('studio:point.tab')}
              <select value={tab.tabId} onChange={({ target }) => setChosen(Number(target.value))}>
                {ofSystem.map((one) => (
                  <option key={one.tabId} value={one.tabId}>
                    {tabName(one, systems)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p role="status">
            {labels === 'reading'
              ? t('studio:aged.reading')
              : t(repairs.length === 0 ? 'studio:aged.nothing' : 'studio:aged.nearest', {
                  page: tabName(tab, systems),
                })}
          </p>
          <ul className="candidates">
            {repairs.map((repair) => (
              <RepairRow
                key={JSON.stringify(repair.condition)}
                repair={repair}
                systems={systems}
                onTake={() => onRepair(repair.condition, tab.tabId)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface RepairRowProps {
  repair: Repair;
  systems: SystemNames;
  onTake(): void;
}

function RepairRow({ repair: { from, to }, systems, onTake }: RepairRowProps) {
  const text = (leaf: Repair['to']) => clauseText({ kind: 'leaf', not: false, leaf }, systems);
  return (
    <li>
      <span>
        <s className="soft">{text(from)}</s> → <strong>{text(to)}</strong>
      </span>
      <button type="button" aria-label={t('studio:aged.takeNamed', { clause: text(to) })} onClick={onTake}>
        {t('studio:aged.take')}
      </button>
    </li>
  );
}

/** The names of the fields in a tab, asked anew when its page has changed; none where it cannot be asked. */
function useLabels(
  tabId: number | null,
  page: unknown,
  labelsIn: PointingDesk['labelsIn'],
): readonly string[] | 'reading' {
  const [read, setRead] = useState<{ tabId: number; labels: readonly string[] } | null>(null);
  const ask = useRef(labelsIn);
  ask.current = labelsIn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word of the reader is another page
  useEffect(() => {
    if (tabId === null) return;
    let isOver = false;
    const tell = (labels: readonly string[]) => isOver || setRead({ tabId, labels });
    ask.current(tabId).then(tell, () => tell([]));
    return () => {
      isOver = true;
    };
  }, [tabId, page]);
  return read?.tabId === tabId ? read.labels : 'reading';
}
