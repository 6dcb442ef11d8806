import { useContext, useState } from 'react';
import {
  mistakesUnder,
  mostDescribed,
  type SignalForm,
  type SignalVerb,
  signalFormOf,
  signalKey,
  signalKinds,
  signalOf,
  signalVerbs,
} from '@/lib/draft';
import type { PageLook, Signal } from '@/lib/page';
import { groundOf, type Pointed, signalCandidatesOf, signalLasts } from '@/lib/pointing';
import type { ProfileError } from '@/lib/profile';
import type { SystemNames } from '../condition';
import { type OpenTab, tabName } from './Bench';
import { Choice } from './Choice';
import { Mistakes } from './Field';
import { Lasting, type Offer, PointAt } from './PointAt';
import { PointingDesk } from './pointing-desk';
import { signalText } from './signal-text';
import { t } from './system-words';

export interface SignalsProps {
  /** What they are for, for those who do not see where they stand. */
  label: string;
  of: 'system' | 'view';
  signals: readonly Signal[];
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  looks: ReadonlyMap<number, PageLook>;
  /** Where nothing is told by hand first: what the open pages propose. */
  proposed?: readonly Signal[];
  onChange(signals: Signal[], mark: string | null): void;
}

/** By what something is told, each on a row that reads as part of a sentence; more by pointing, or by hand. */
export function Signals({
  label,
  of,
  signals,
  path,
  mistakes,
  looks,
  proposed = [],
  ...props
}: SignalsProps) {
  const { systems, onChange } = props;
  const known = new Set(signals.map(signalKey));
  const isFull = signals.length >= mostDescribed.signals;
  const add = (signal: Signal) => {
    if (!known.has(signalKey(signal)) && !isFull) onChange([...signals, signal], null);
  };
  return (
    <div className="signals">
      {signals.length > 0 && (
        <ul aria-label={label}>
          {signals.map((signal, index) => (
            <SignalRow
              // biome-ignore lint/suspicious/noArrayIndexKey: signals have no ids, and what is typed belongs to the place
              key={index}
              signal={signal}
              isFirst={index === 0}
              mistakes={mistakesUnder(mistakes, `${path}[${index}]`)}
              looks={looks}
              onChange={(next, mark) => onChange(signals.with(index, next), mark && `${index} ${mark}`)}
              onRemove={() => onChange(signals.toSpliced(index, 1), null)}
            />
          ))}
        </ul>
      )}
      <Mistakes
        mistakes={inWords(
          mistakes.filter((one) => one.path === path),
          signals.length === 0 ? t('systems:signal.needed') : null,
        )}
      />
      {!isFull && (
        <>
          {proposed.some((one) => !known.has(signalKey(one))) && (
            <div className="row">
              <span className="soft">{t('systems:signal.proposed')}</span>
              {proposed
                .filter((one) => !known.has(signalKey(one)))
                .map((one) => (
                  <button
                    key={signalKey(one)}
                    type="button"
                    aria-label={t('systems:signal.addNamed', { signal: signalText(one) })}
                    onClick={() => add(one)}
                  >
                    {signalText(one)}
                  </button>
                ))}
            </div>
          )}
          <div className="row">
            <PointSignal of={of} systems={systems} onTake={add} />
            <button
              type="button"
              className="quiet"
              onClick={() => onChange([...signals, { in: 'heading', text: '' }], null)}
            >
              {t('systems:signal.add')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

interface SignalRowProps {
  signal: Signal;
  isFirst: boolean;
  mistakes: readonly ProfileError[];
  looks: ReadonlyMap<number, PageLook>;
  onChange(signal: Signal, mark: string | null): void;
  onRemove(): void;
}

function SignalRow({ signal, isFirst, mistakes, looks, onChange, onRemove }: SignalRowProps) {
  const form = signalFormOf(signal);
  const { kind, value } = form;
  // An empty text has no stars to tell the verb by.
  const [keptVerb, keepVerb] = useState<SignalVerb>(form.verb);
  const verb = value === '' ? keptVerb : form.verb;
  const isText = kind !== 'host' && kind !== 'path' && kind !== 'element';
  const write = (next: Partial<SignalForm>, mark: string | null = null) => {
    const whole = { ...form, verb, ...next };
    keepVerb(whole.verb);
    onChange(signalOf(whole), mark);
  };
  const key = signalKey(signal);
  const there = [...looks.values()].filter(({ met }) => met.some((one) => signalKey(one) === key)).length;
  const ground = groundOf(signal);
  const label = t('systems:signal.value');
  return (
    <li className="clause">
      {!isFirst && <span className="lead">{t('condition:or')}</span>}
      <span className="menus">
        <Choice
          label={t('systems:signal.kind')}
          value={kind}
          options={signalKinds.map((one) => [one, t(`systems:signal.kinds.${one}`)] as const)}
          onChange={(next) => write({ kind: next })}
        />
        {isText ? (
          <Choice
            label={t('systems:signal.verb')}
            value={verb}
            options={signalVerbs.map((one) => [one, t(`systems:signal.verbs.${one}`)] as const)}
            onChange={(next) => write({ verb: next })}
          />
        ) : (
          <span>{t(kind === 'element' ? 'systems:signal.stands' : 'systems:signal.verbs.begins')}</span>
        )}
        <input
          type="text"
          autoComplete="off"
          spellCheck={isText}
          lang={isText ? 'pl' : undefined}
          aria-label={label}
          aria-invalid={mistakes.length > 0 || undefined}
          placeholder={t(`systems:signal.example.${kind}`)}
          value={value}
          onChange={({ target }) => write({ value: target.value }, 'value')}
        />
      </span>
      <button
        type="button"
        className="quiet remove"
        aria-label={t('systems:signal.remove', { signal: signalText(signal) })}
        onClick={onRemove}
      >
        {t('studio:card.remove')}
      </button>
      {value !== '' && (
        <p className="about-signal">
          <Lasting lasts={signalLasts(ground)} ground={t(`studio:point.ground.${ground}`)} />{' '}
          {looks.size > 0 && (
            <span className="soft">{t('systems:signal.there', { count: there, all: looks.size })}</span>
          )}
        </p>
      )}
      <Mistakes mistakes={inWords(mistakes, value === '' ? t('systems:signal.empty') : null)} />
    </li>
  );
}

/** What is only not written yet is told in the words of this screen, and not in those of the file. */
export const inWords = (mistakes: readonly ProfileError[], words: string | null): readonly ProfileError[] =>
  words === null ? mistakes : mistakes.slice(0, 1).map((one) => ({ ...one, message: words }));

/** What the lead points at becomes a signal. */
function PointSignal({
  of,
  systems,
  onTake,
}: {
  of: 'system' | 'view';
  systems: SystemNames;
  onTake(signal: Signal): void;
}) {
  const { lookIn } = useContext(PointingDesk);
  /** Asks each page which of the signals stand in it, by a system that is made of nothing else. */
  const find = async (
    pointed: Pointed,
    here: OpenTab,
    tabs: readonly OpenTab[],
  ): Promise<Offer<Signal>[]> => {
    const candidates = signalCandidatesOf(pointed, of);
    const made = [{ id: 'pointed', name: '', signals: candidates.map(({ signal }) => signal), views: [] }];
    const pages = await Promise.all(
      tabs.map(async (tab) => {
        const look = await lookIn(tab.tabId, made).catch(() => null);
        return { tab, met: new Set(look?.met.map(signalKey)) };
      }),
    );
    return candidates.map(({ signal, by, lasts }) => {
      const key = signalKey(signal);
      const matching = pages.filter(({ met }) => met.has(key)).map(({ tab }) => tab);
      return {
        key,
        value: signal,
        text: signalText(signal),
        lasts,
        ground: t(`studio:point.ground.${by}`),
        isHere: matching.some(({ tabId }) => tabId === here.tabId),
        elsewhere: matching.filter(({ tabId }) => tabId !== here.tabId).map((tab) => tabName(tab, systems)),
      };
    });
  };
  return (
    <PointAt
      systems={systems}
      words={{
        choose: t('systems:signal.choose'),
        take: t('systems:signal.take'),
        takeNamed: (signal) => t('systems:signal.addNamed', { signal }),
      }}
      find={find}
      onTake={onTake}
    />
  );
}
