import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  blankText,
  type KeptText,
  keptTexts,
  knownNames,
  parseSkeleton,
  type Skeleton,
  skeletonFile,
} from '@/lib/skeleton';
import type { PageSkeletonDeskProps } from './PageSkeletonDesk';
import { t } from './words';

type Failed = 'no-permission' | 'left' | 'not-page' | 'too-big' | 'left-alone' | 'failed';
type State =
  | { at: 'choosing' }
  | { at: 'making' }
  | { at: 'failed'; why: Failed }
  /** `steps`: the skeleton as it was before each blanking by hand, the last at the end. */
  | {
      at: 'looking';
      skeleton: Skeleton;
      blanked: number;
      steps: { before: Skeleton; text: string }[];
      saved: string | null;
    };

export interface SavePartProps extends PageSkeletonDeskProps {
  onBench(skeleton: Skeleton, name: string): void;
}

const kinds = ['title', 'heading', 'label', 'button', 'other', 'technical'] as const;
/** More at once nobody reads. */
const firstTexts = 60;

/** „Zapisz szkielet strony”: made of an open page, looked at, blanked further, and saved. */
export function SavePart(props: SavePartProps) {
  const { tabs, tabId, names, nameOf, systems, asks, skeletonIn, readSkeleton, saveFile, onBench } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const [state, setState] = useState<State>({ at: 'choosing' });
  const isStanding = useRef(true);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    isStanding.current = true;
    return () => {
      isStanding.current = false;
    };
  }, []);
  useEffect(() => {
    if (state.at === 'looking' && state.steps.length === 0 && state.saved === null) title.current?.focus();
  }, [state]);
  const tab = tabs.find((one) => one.tabId === (chosen ?? tabId)) ?? tabs[0];

  const make = async () => {
    if (!tab) return;
    setState({ at: 'making' });
    const known = knownNames(systems, asks);
    const made = await skeletonIn(tab.tabId, tab.context.address, known);
    if (!isStanding.current) return;
    if (made.is !== 'made') return setState({ at: 'failed', why: made.is });
    const bytes = new TextEncoder().encode(made.source);
    // What comes from a page is checked as a file is.
    const parsed = parseSkeleton(bytes);
    if (parsed.ok)
      setState({ at: 'looking', skeleton: parsed.skeleton, blanked: made.blanked, steps: [], saved: null });
    else setState({ at: 'failed', why: parsed.fault.is === 'too-big' ? 'too-big' : 'failed' });
  };

  return (
    <section aria-labelledby="skeleton-save">
      <h4 id="skeleton-save">{t('skeleton:save.title')}</h4>
      <p className="soft">{t('skeleton:save.text')}</p>
      {tab === undefined ? (
        state.at !== 'looking' && <p className="soft">{t('skeleton:save.noTabs')}</p>
      ) : (
        <>
          {tabs.length > 1 && (
            <label>
              {t('skeleton:save.tab')}
              <select
                value={tab.tabId}
                disabled={state.at === 'making'}
                onChange={({ target }) => setChosen(Number(target.value))}
              >
                {tabs.map((one) => (
                  <option key={one.tabId} value={one.tabId}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="button" ref={opener} disabled={state.at === 'making'} onClick={() => void make()}>
            {t(state.at === 'looking' ? 'skeleton:save.again' : 'skeleton:save.go')}
          </button>
        </>
      )}
      <p role="status">
        {state.at === 'making' && t('skeleton:save.making')}
        {state.at === 'failed' && t(`skeleton:save.why.${state.why}`)}
      </p>
      {state.at === 'looking' && (
        <Looked
          state={state}
          seen={placeText(
            readSkeleton(state.skeleton, [...systems], { labels: [], terms: [], elements: [] }),
          )}
          title={title}
          onChange={setState}
          onSave={() => {
            const { skeleton } = state;
            const fileName = fileNameOf(readSkeleton(skeleton, [...systems], null));
            try {
              saveFile(skeletonFile(skeleton), fileName);
              setState({ ...state, saved: fileName });
            } catch {
              setState({ at: 'failed', why: 'failed' });
            }
          }}
          onBench={() =>
            onBench(state.skeleton, fileNameOf(readSkeleton(state.skeleton, [...systems], null)))
          }
          onLeave={() => {
            setState({ at: 'choosing' });
            opener.current?.focus();
          }}
        />
      )}
    </section>
  );

  function placeText({ system, view }: { system: string | null; view: KnownView }): string {
    const name = system === null ? t('common:system.none') : (names.get(system) ?? system);
    return `${name}, ${t(`common:view.${view}`)}`;
  }
}

type Looking = Extract<State, { at: 'looking' }>;
type KnownView = ReturnType<PageSkeletonDeskProps['readSkeleton']>['view'];

interface LookedProps {
  state: Looking;
  /** What Obok takes the skeleton for. */
  seen: string;
  title: RefObject<HTMLHeadingElement | null>;
  onChange(state: Looking): void;
  onSave(): void;
  onBench(): void;
  onLeave(): void;
}

/** Everything that would be in the file, before it is saved. */
function Looked({ state, seen, title, onChange, onSave, onBench, onLeave }: LookedProps) {
  const { skeleton, blanked, steps, saved } = state;
  const [most, setMost] = useState(firstTexts);
  const [isWhole, setWhole] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const texts = keptTexts(skeleton);
  const shown = texts.slice(0, most);
  const last = steps.at(-1);
  return (
    <div className="looked">
      <h5 tabIndex={-1} ref={title}>
        {t('skeleton:look.title')}
      </h5>
      <p>
        {t('skeleton:look.kept', { count: texts.length })} {t('skeleton:look.blanked', { count: blanked })}
      </p>
      <p className="soft">{t('skeleton:look.seen', { seen })}</p>
      {texts.length === 0 && <p>{t('skeleton:look.nothing')}</p>}
      {kinds.map((kind) => {
        const ofKind = shown.filter((one) => one.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind}>
            <h6>{t(`skeleton:kind.${kind}`)}</h6>
            <ul className="kept">
              {ofKind.map((one) => (
                <Kept
                  key={one.text}
                  one={one}
                  onBlank={() => {
                    const before = { before: skeleton, text: one.text };
                    onChange({
                      ...state,
                      skeleton: blankText(skeleton, one),
                      steps: [...steps, before],
                      saved: null,
                    });
                    requestAnimationFrame(() => undo.current?.focus());
                  }}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {texts.length > most && (
        <button type="button" className="quiet" onClick={() => setMost(most + 200)}>
          {t('skeleton:look.more', { count: texts.length - most })}
        </button>
      )}
      <p role="status">
        {saved !== null
          ? t('skeleton:look.saved', { fileName: saved })
          : last && t('skeleton:look.isBlanked', { text: last.text })}
      </p>
      {last && (
        <button
          type="button"
          ref={undo}
          onClick={() => {
            onChange({ ...state, skeleton: last.before, steps: steps.slice(0, -1), saved: null });
          }}
        >
          {t('skeleton:look.undo')}
        </button>
      )}
      <details onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
        <summary>{t('skeleton:look.whole')}</summary>
        {/* Some hundred lines: drawn when somebody looks. */}
        {isWhole && <pre>{skeletonFile(skeleton)}</pre>}
      </details>
      <div className="row">
        <button type="button" className="main" onClick={onSave}>
          {t('skeleton:look.save')}
        </button>
        <button type="button" onClick={onBench}>
          {t('skeleton:look.bench')}
        </button>
        <button type="button" className="quiet" onClick={onLeave}>
          {t('skeleton:look.leave')}
        </button>
      </div>
    </div>
  );
}

function Kept({ one: { text, count }, onBlank }: { one: KeptText; onBlank(): void }) {
  return (
    <li>
      <span lang="pl">
        {text}
        {count > 1 && <span className="soft"> ×{count}</span>}
      </span>
      <button
        type="button"
        className="quiet"
        aria-label={t('skeleton:look.blankNamed', { text })}
        onClick={onBlank}
      >
        {t('skeleton:look.blank')}
      </button>
    </li>
  );
}

/** By what it is a page of, never by what stood in it. */
function fileNameOf({ system, view }: { system: string | null; view: KnownView }): string {
  const safe = (system ?? 'strona').toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  return `szkielet-${safe}-${view}.json`;
}
