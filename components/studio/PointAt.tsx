import { useContext, useEffect, useRef, useState } from 'react';
import type { Pointed } from '@/lib/pointing';
import type { SystemNames } from '../condition';
import { type OpenTab, tabName } from './Bench';
import { Field } from './Field';
import { PointingDesk } from './pointing-desk';
import { t } from './words';

/** Something that the place which was pointed at could become, and where it would be so. */
export interface Offer<Value> {
  key: string;
  value: Value;
  /** What it is, as part of a sentence. */
  text: string;
  /** Whether it would outlive another look of the page, and why. */
  lasts: boolean;
  ground: string;
  isHere: boolean;
  /** Other open pages where it is so, by their names. */
  elsewhere: string[];
}

export interface PointAtProps<Value> {
  systems: SystemNames;
  words: {
    /** Asked once a place was pointed at. */
    choose: string;
    take: string;
    takeNamed(text: string): string;
  };
  /** What could be meant, the one to be had first. */
  find(pointed: Pointed, here: OpenTab, tabs: readonly OpenTab[]): Promise<Offer<Value>[]>;
  onTake(value: Value): void;
}

type State<Value> =
  | { at: 'choosing' }
  | { at: 'waiting' }
  | { at: 'left' }
  | { at: 'failed' }
  | { at: 'not-permitted' }
  | { at: 'found'; found: Offer<Value>[]; others: number };

/** „Wskaż na stronie”: the lead clicks a place of an open page, and takes one of the things it could mean. */
export function PointAt<Value>({ onTake, ...props }: PointAtProps<Value>) {
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
    <Pointing
      {...props}
      onTake={(value) => {
        onTake(value);
        setOpen(false);
      }}
      onClose={() => setOpen(false)}
    />
  );
}

function Pointing<Value>({
  systems,
  words,
  find,
  onTake,
  onClose,
}: PointAtProps<Value> & { onClose(): void }) {
  const { tabs, pointIn, permit } = useContext(PointingDesk);
  const [chosen, setChosen] = useState<number | null>(null);
  const [state, setState] = useState<State<Value>>({ at: 'choosing' });
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
  const standing = useRef(tabs);
  standing.current = tabs;

  const point = async (first: OpenTab) => {
    const { tabId } = first;
    setState({ at: 'waiting' });
    const tell = (next: State<Value>) => {
      if (isStanding.current) setState(next);
    };
    try {
      const pointed = await pointIn(tabId, {
        hint: t('studio:point.hint'),
        chosen: t('studio:point.chosen'),
      });
      if (pointed === null) return tell({ at: 'left' });
      if (pointed === 'not-permitted') return tell({ at: 'not-permitted' });
      const now = standing.current;
      const here = now.find((one) => one.tabId === tabId) ?? first;
      const others = now.filter((one) => one.tabId !== tabId);
      tell({ at: 'found', found: await find(pointed, here, [here, ...others]), others: others.length });
    } catch {
      tell({ at: 'failed' });
    }
  };
  // Of a page that Obok may not read nothing is known, not even its address: she copies it from the browser.
  const permitting = permit(state.at === 'not-permitted' ? (tab?.context.address ?? '') : '');

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
        {state.at === 'not-permitted' && <p>{t('studio:point.notPermitted')}</p>}
        {state.at === 'found' && <p>{state.found.length === 0 ? t('studio:point.nothing') : words.choose}</p>}
      </div>
      {state.at === 'found' && (
        <ul className="candidates">
          {state.found.map((one) => (
            <li key={one.key}>
              <strong>{one.text}</strong>
              <Lasting lasts={one.lasts} ground={one.ground} />
              <span className="soft">
                {one.isHere ? t('studio:point.here') : t('studio:point.notHere')}{' '}
                {elsewhereText(one.elsewhere, state.others)}
              </span>
              <button type="button" aria-label={words.takeNamed(one.text)} onClick={() => onTake(one.value)}>
                {words.take}
              </button>
            </li>
          ))}
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
      {permitting && (
        <details className="permitting" open={tab === undefined || state.at === 'not-permitted'}>
          <summary>{t('studio:point.notListed')}</summary>
          <p className="soft">{t('studio:point.permit')}</p>
          {permitting}
        </details>
      )}
    </fieldset>
  );
}

/** „Przetrwa zmianę układu strony: po napisie systemu.” */
export function Lasting({ lasts, ground }: { lasts: boolean; ground: string }) {
  return (
    <span className={lasts ? 'lasts' : 'may-break'}>
      {t(lasts ? 'studio:point.lasts' : 'studio:point.mayBreak')} <span className="soft">{ground}</span>
    </span>
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
