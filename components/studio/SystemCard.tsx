import { useContext, useEffect, useRef } from 'react';
import {
  type Clash,
  type DraftView,
  type Fields,
  isWritten,
  mistakesUnder,
  mostDescribed,
  type Verdict,
  verdictOn,
} from '@/lib/draft';
import { type PageLook, type Signal, type System, type View, views } from '@/lib/page';
import type { ProfileError } from '@/lib/profile';
import type { SystemNames } from '../condition';
import { type OpenTab, tabName } from './Bench';
import { Choice } from './Choice';
import { Field, Mistakes, WordsInput } from './Field';
import { PointingDesk } from './pointing-desk';
import { inWords, Signals } from './Signals';
import { signalsText, signalText } from './signal-text';
import { t } from './system-words';

export interface SystemCardProps {
  system: System;
  /** A new one is named at once. */
  isNew: boolean;
  /** Its place in the file, for the mistakes. */
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  tabs: readonly OpenTab[];
  looks: ReadonlyMap<number, PageLook>;
  isReading: boolean;
  clashes: readonly Clash[];
  /** How many reminders and lists ask about it. */
  askers: number;
  onChange(fields: Fields<System>, mark: string | null): void;
  onRemind(view: View): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  onClose(): void;
}

/** All that is said of one system, on one card: its name, what it is told by, and its places. */
export function SystemCard(props: SystemCardProps) {
  const { system, isNew, path, mistakes, systems, tabs, looks, clashes, askers, onChange } = props;
  const at = (field: string) => mistakesUnder(mistakes, `${path}.${field}`);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  const setViews = (next: DraftView[], mark: string | null = null) => onChange({ views: next }, mark);
  const described = new Set(system.views.map(({ view }) => view));
  const next = views.find((view) => !described.has(view)) ?? 'other';
  return (
    <section className="card" aria-label={t('systems:card')}>
      <Field
        label={t('systems:name')}
        hint={t('systems:nameHint')}
        mistakes={inWords(at('name'), system.name === '' ? t('systems:noNameYet') : null)}
      >
        {(control) => (
          <input
            {...control}
            ref={first}
            type="text"
            lang="pl"
            autoComplete="off"
            value={system.name}
            onChange={({ target }) => onChange({ name: target.value }, 'name')}
          />
        )}
      </Field>
      <fieldset className="when">
        <legend>{t('systems:knownBy')}</legend>
        <p className={system.signals.some(isWritten) ? 'sentence' : 'soft'}>
          {system.signals.some(isWritten)
            ? t('systems:sentence', {
                signals: signalsText(system.signals.filter(isWritten), 'or'),
              })
            : t('systems:noSignals')}
        </p>
        <Signals
          label={t('systems:knownBy')}
          of="system"
          signals={system.signals}
          path={`${path}.signals`}
          mistakes={at('signals')}
          systems={systems}
          looks={looks}
          proposed={system.signals.some((signal) => 'host' in signal) ? [] : hostsOf(tabs)}
          onChange={(signals, mark) => onChange({ signals }, mark && `signals ${mark}`)}
        />
        <Permissions system={system} tabs={tabs} />
      </fieldset>
      <section className="places" aria-label={t('systems:views')}>
        <h4>{t('systems:views')}</h4>
        <p className="soft">{t('systems:viewsHint')}</p>
        <ul className="items">
          {system.views.map((one, index) => (
            <ViewRow
              // biome-ignore lint/suspicious/noArrayIndexKey: places have no ids, and what is typed belongs to the place
              key={index}
              place={one}
              path={`${path}.views[${index}]`}
              mistakes={mistakesUnder(mistakes, `${path}.views[${index}]`)}
              systems={systems}
              looks={looks}
              onChange={(changed, mark) =>
                setViews(system.views.with(index, changed), mark && `view ${index} ${mark}`)
              }
              onRemind={() => props.onRemind(one.view)}
              onRemove={() => setViews(system.views.toSpliced(index, 1))}
            />
          ))}
        </ul>
        {system.views.length < mostDescribed.views && (
          <button
            type="button"
            className="quiet add"
            onClick={() => setViews([...system.views, { view: next, signals: [] }])}
          >
            + {t('systems:addView')}
          </button>
        )}
      </section>
      {clashes.length > 0 && (
        <ul className="mistakes" aria-label={t('systems:clashes')}>
          {clashes.map(({ signal, with: other }) => (
            <li key={JSON.stringify([signal, other])} className="fault">
              {'system' in other
                ? t('systems:clashSystem', { signal: signalText(signal), system: other.system })
                : t('systems:clashView', {
                    signal: signalText(signal),
                    view: t(`common:view.${other.view}`),
                  })}
            </li>
          ))}
        </ul>
      )}
      <Verdicts {...props} />
      <WordsInput
        label={t('systems:leaveAlone')}
        hint={t('systems:leaveAloneHint')}
        values={system.leaveAlone}
        mistakes={at('leaveAlone')}
        onChange={(paths) => onChange({ leaveAlone: paths.length === 0 ? undefined : paths }, 'leaveAlone')}
      />
      <div className="row">
        <button type="button" onClick={() => props.onMove(-1)}>
          {t('studio:card.up')}
        </button>
        <button type="button" onClick={() => props.onMove(1)}>
          {t('studio:card.down')}
        </button>
        <button type="button" className="danger" onClick={props.onRemove}>
          {t('systems:remove')}
        </button>
        <button type="button" className="quiet" onClick={props.onClose}>
          {t('studio:card.close')}
        </button>
      </div>
      {askers > 0 && <p className="soft">{t('systems:askers', { count: askers })}</p>}
    </section>
  );
}

interface ViewRowProps {
  place: DraftView;
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  looks: ReadonlyMap<number, PageLook>;
  onChange(place: DraftView, mark: string | null): void;
  onRemind(): void;
  onRemove(): void;
}

/** „To sprawa, gdy nagłówek zaczyna się od „Umowa”.” */
function ViewRow({ place, path, mistakes, systems, looks, onChange, onRemind, onRemove }: ViewRowProps) {
  const { view, signals, not } = place;
  const name = t(`common:view.${view}`);
  const said = signals.filter(isWritten);
  const unless = (not ?? []).filter(isWritten);
  const setNot = (next: Signal[], mark: string | null) => {
    const { not: _, ...rest } = place;
    onChange(next.length === 0 ? rest : { ...rest, not: next }, mark);
  };
  return (
    <li>
      <p className={said.length > 0 ? 'sentence' : 'soft'}>
        {said.length === 0
          ? t('systems:noViewSignals', { view: name })
          : t(unless.length > 0 ? 'systems:viewSentenceUnless' : 'systems:viewSentence', {
              view: name,
              signals: signalsText(said, 'or'),
              unless: signalsText(unless, 'or'),
            })}
      </p>
      <div className="clause">
        <span className="lead">{t('systems:viewIs')}</span>
        <Choice
          label={t('systems:view')}
          value={view}
          options={views.map((one) => [one, t(`common:view.${one}`)] as const)}
          onChange={(next) => onChange({ ...place, view: next }, null)}
        />
      </div>
      <Signals
        label={t('systems:viewKnownBy', { view: name })}
        of="view"
        signals={signals}
        path={`${path}.signals`}
        mistakes={mistakesUnder(mistakes, `${path}.signals`)}
        systems={systems}
        looks={looks}
        onChange={(next, mark) => onChange({ ...place, signals: next }, mark && `signals ${mark}`)}
      />
      <details className="unless" open={not !== undefined}>
        <summary>{t('systems:unless')}</summary>
        <Signals
          label={t('systems:unless')}
          of="view"
          signals={not ?? []}
          path={`${path}.not`}
          mistakes={mistakesUnder(mistakes, `${path}.not`)}
          systems={systems}
          looks={looks}
          onChange={(next, mark) => setNot(next, mark && `not ${mark}`)}
        />
      </details>
      <Mistakes mistakes={mistakesUnder(mistakes, `${path}.view`)} />
      <div className="row">
        <button
          type="button"
          className="quiet"
          aria-label={t('systems:remindOf', { view: name })}
          onClick={onRemind}
        >
          {t('systems:remind')}
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={t('systems:removeView', { view: name })}
          onClick={onRemove}
        >
          {t('studio:card.remove')}
        </button>
      </div>
    </li>
  );
}

type VerdictsProps = Pick<SystemCardProps, 'system' | 'tabs' | 'looks' | 'isReading' | 'systems'>;

/** Whether each open page is this system, which place in it, and why. */
function Verdicts({ system, tabs, looks, isReading, systems }: VerdictsProps) {
  return (
    <section className="verdicts" aria-label={t('systems:verdicts')}>
      <h4>{t('systems:verdicts')}</h4>
      {tabs.length === 0 && <p className="soft">{t('systems:noTabs')}</p>}
      <ul>
        {tabs.map((tab) => {
          const look = looks.get(tab.tabId);
          const verdict = look && verdictOn(system, look);
          return (
            <li key={tab.tabId} className={`line is-${verdict?.is === 'recognised' ? 'page' : 'none'}`}>
              <span className="soft">
                {t('systems:tab', { name: tabName(tab, systems), address: tab.context.address })}
              </span>
              <strong>
                {verdict
                  ? verdictText(verdict, systems)
                  : t(isReading ? 'systems:reading' : 'systems:unread')}
              </strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function verdictText(verdict: Verdict, systems: SystemNames): string {
  switch (verdict.is) {
    case 'left-alone':
      return t('systems:verdict.leftAlone');
    case 'not-recognised':
      return t('systems:verdict.not');
    case 'outweighed':
      return t('systems:verdict.outweighed', {
        signals: signalsText(verdict.by, 'and'),
        system: systems.get(verdict.system) ?? verdict.system,
      });
    case 'recognised': {
      const { view, also, by } = verdict;
      const is = t(view === 'other' ? 'systems:verdict.noView' : 'systems:verdict.is', {
        view: t(`common:view.${view}`),
        signals: signalsText(by, 'and'),
      });
      if (also.length === 0) return is;
      const names = also.map((one) => t(`common:view.${one}`)).join(', ');
      return `${is} ${t('systems:verdict.also', { views: names })}`;
    }
  }
}

/** Servers of the open pages that Obok does not recognise: they may be what is described. */
function hostsOf(tabs: readonly OpenTab[]): Signal[] {
  const hosts = tabs.flatMap(({ context }) =>
    (context.system === null || context.system === 'generic') && URL.canParse(context.address)
      ? new URL(context.address).host
      : [],
  );
  return [...new Set(hosts)].slice(0, 3).map((host) => ({ host }));
}

/** Servers of which Obok may read nothing yet, each with a way to ask for it. */
function Permissions({ system, tabs }: { system: System; tabs: readonly OpenTab[] }) {
  const { isPermitted, permit } = useContext(PointingDesk);
  const hosts = system.signals.flatMap((signal) =>
    'host' in signal && isPermitted(signal.host) === false ? signal.host : [],
  );
  const open = new Set(tabs.map(({ context }) => context.address.split('/')[2]));
  return hosts
    .filter((host) => !open.has(host))
    .map((host) => (
      <div key={host} className="permitting">
        <p className="fault">{t('systems:notPermitted', { host })}</p>
        {permit(host)}
        <p className="soft">{t('systems:othersPermit')}</p>
      </div>
    ));
}
