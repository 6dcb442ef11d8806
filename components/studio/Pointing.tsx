import { useContext, useEffect, useRef, useState } from 'react';
import type { Leaf } from '@/lib/draft';
import { asksOfCandidates, type Candidate, candidatesOf, matchesOn, withAnswer } from '@/lib/pointing';
import { clauseText, type SystemNames } from '../condition';
import { type OpenTab, tabName } from './Bench';
import { Field } from './Field';
import { PointingDesk } from './pointing-desk';
import { t } from './words';

/** A candidate, and what other pages it matches. */
interface Found extends Candidate {
  isHere: boolean;
  elsewhere: string[];
}

type State =
  | { at: 'choosing' }
  | { at: 'waiting' }
  | { at: 'left' }
  | { at: 'failed' }
  | { at: 'found'; found: Found[]; others: number };

/** „Wskaż na stronie”: the lead clicks a place of an open page, and takes one of the conditions it could mean. */
export function Pointing({ systems, onTake }: { systems: SystemNames; onTake(leaf: Leaf): void }) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The focus goes back to where it came from, so that Ctrl+Z reaches the draft.
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen)
    return (
      <button type="button" className="quiet" ref={opener} onClick={() => setOpen(true)}>
        {t('studio:point.open')}
      </button>
    );
  return (
    <Pointed
      systems={systems}
      onTake={(leaf) => {
        onTake(leaf);
        setOpen(false);
      }}
      onClose={() => setOpen(false)}
    />
  );
}

interface PointedProps {
  systems: SystemNames;
  onTake(leaf: Leaf): void;
  onClose(): void;
}

function Pointed({ systems, onTake, onClose }: PointedProps) {
  const { tabs, pointIn, readIn, now } = useContext(PointingDesk);
  const [chosen, setChosen] = useState<number | null>(null);
  const [state, setState] = useState<State>({ at: 'choosing' });
  const isStanding = useRef(true);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    isStanding.current = true;
    return () => {
      isStanding.current = false;
    };
  }, []);
  useEffect(() => {
    // What is to be done next stands first.
    if (state.at !== 'waiting') box.current?.querySelector<HTMLElement>('select,button')?.focus();
  }, [state]);
  const tab = tabs.find(({ tabId }) => tabId === chosen) ?? tabs[0];

  const point = async ({ tabId }: OpenTab) => {
    setState({ at: 'waiting' });
    const tell = (next: State) => {
      if (isStanding.current) setState(next);
    };
    try {
      const words = { hint: t('studio:point.hint'), chosen: t('studio:point.chosen') };
      const pointed = await pointIn(tabId, words);
      if (pointed === null) return tell({ at: 'left' });
      const context = standing.current.find((one) => one.tabId === tabId)?.context ?? null;
      const candidates = candidatesOf(pointed, context);
      tell(await lookAround(candidates, tabId));
    } catch {
      tell({ at: 'failed' });
    }
  };
  const standing = useRef(tabs);
  standing.current = tabs;

  /** Where else each would match, in all pages that are open. */
  const lookAround = async (candidates: Candidate[], here: number): Promise<State> => {
    const asks = asksOfCandidates(candidates);
    const pages = await Promise.all(
      standing.current.map(async (one) => ({
        tab: one,
        context: withAnswer(one.context, await readIn(one.tabId, asks).catch(() => null)),
      })),
    );
    const others = pages.filter((one) => one.tab.tabId !== here);
    return {
      at: 'found',
      others: others.length,
      found: candidates.map((candidate) => ({
        ...candidate,
        isHere: pages.some((one) => one.tab.tabId === here && matchesOn(candidate, one.context, now())),
        elsewhere: others
          .filter((one) => matchesOn(candidate, one.context, now()))
          .map((one) => tabName(one.tab, systems)),
      })),
    };
  };

  return (
    // Nothing here is part of the draft before it is taken.
    <fieldset className="pointing not-draft" ref={box}>
      <legend>{t('studio:point.open')}</legend>
      {tab === undefined ? (
        <p className="soft">{t('studio:point.noTabs')}</p>
      ) : (
        <Field label={t('studio:point.tab')}>
          {(control) => (
            <select
              {...control}
              value={tab.tabId}
              disabled={state.at === 'waiting'}
              onChange={({ target }) => setChosen(Number(target.value))}
            >
              {tabs.map((one) => (
                <option key={one.tabId} value={one.tabId}>
                  {tabName(one, systems)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div role="status">
        {state.at === 'waiting' && <p>{t('studio:point.waiting')}</p>}
        {state.at === 'left' && <p>{t('studio:point.left')}</p>}
        {state.at === 'failed' && <p>{t('studio:point.failed')}</p>}
        {state.at === 'found' && (
          <p>{state.found.length === 0 ? t('studio:point.nothing') : t('studio:point.choose')}</p>
        )}
      </div>
      {state.at === 'found' && (
        <ul className="candidates">
          {state.found.map((one) => {
            const clause = clauseText({ kind: 'leaf', not: false, leaf: one.leaf }, systems);
            return (
              <li key={JSON.stringify(one.leaf)}>
                <strong>{clause}</strong>
                <span className={one.lasts ? 'lasts' : 'may-break'}>
                  {t(one.lasts ? 'studio:point.lasts' : 'studio:point.mayBreak')}{' '}
                  <span className="soft">{t(`studio:point.ground.${one.ground}`)}</span>
                </span>
                <span className="soft">
                  {one.isHere ? t('studio:point.here') : t('studio:point.notHere')}{' '}
                  {elsewhereText(one.elsewhere, state.others)}
                </span>
                <button
                  type="button"
                  aria-label={t('studio:point.takeNamed', { clause })}
                  onClick={() => onTake(one.leaf)}
                >
                  {t('studio:point.take')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="row">
        {tab !== undefined && (
          <button type="button" disabled={state.at === 'waiting'} onClick={() => void point(tab)}>
            {t(state.at === 'choosing' || state.at === 'waiting' ? 'studio:point.go' : 'studio:point.again')}
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {t('studio:point.close')}
        </button>
      </div>
    </fieldset>
  );
}

/** „Pasuje też do: …”; long lists are cut. */
function elsewhereText(elsewhere: string[], others: number): string {
  if (others === 0) return t('studio:point.noOthers');
  if (elsewhere.length === 0) return t('studio:point.nowhereElse');
  const first = elsewhere.slice(0, 3).map((name) => `„${name}”`);
  const pages = elsewhere.length > 3 ? [...first, '…'] : first;
  return t('studio:point.elsewhere', { count: elsewhere.length, all: others, pages: pages.join(', ') });
}
