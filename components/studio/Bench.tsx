import { type ReactNode, useState } from 'react';
import { type BenchLine, type BenchSituation, signIn } from '@/lib/draft';
import { type PageAsks, type PageContext, views } from '@/lib/page';
import type { Decision } from '@/lib/reminders';
import { channels, moments } from '@/lib/standard';
import type { SystemNames } from '../condition';
import { Field, TextInput } from './Field';
import { t } from './words';

/** A page in another tab, as the reader last told it. */
export interface OpenTab {
  tabId: number;
  context: PageContext;
}

export interface BenchProps {
  lines: readonly BenchLine[];
  situation: BenchSituation;
  /** What the draft's conditions look at in a page. */
  asks: PageAsks;
  tabs: readonly OpenTab[];
  /** The tab, or the saved page, that is looked at instead of what is described; null for none. */
  tabId: number | 'skeleton' | null;
  /** A saved page without its values, and what is read of it while it is looked at; null where none was opened. */
  skeleton: { name: string; page: PageContext | null } | null;
  /** Saving and opening such pages, drawn when somebody looks. */
  tools(): ReactNode;
  systems: SystemNames;
  showsAll: boolean;
  /** What stands under the lines. */
  children: ReactNode;
  onSituation(situation: BenchSituation): void;
  onTab(tabId: number | 'skeleton' | null): void;
  onShowAll(showsAll: boolean): void;
}

/** More than these at once nobody reads, and they cost with every key that is pressed. */
const firstLines = 80;

/** Every reminder with shown or not shown, and why, in a situation that the team lead chooses. */
export function Bench(props: BenchProps) {
  const { lines, situation, asks, tabs, tabId, skeleton, systems, showsAll, onSituation } = props;
  const [hasTools, setTools] = useState(false);
  const [most, setMost] = useState(firstLines);
  const shown = lines.filter(({ isOwn }) => isOwn || showsAll);
  const set = (parts: Partial<BenchSituation>) => onSituation({ ...situation, ...parts });
  const count = (verdict: string) =>
    shown.filter(({ decision }) => (decision.where ?? 'none') === verdict).length;
  return (
    // What is chosen here is no part of the draft.
    <section className="bench not-draft" aria-label={t('studio:bench.title')}>
      <h3>{t('studio:bench.title')}</h3>
      <p className="soft">{t('studio:bench.text')}</p>
      {(tabs.length > 0 || skeleton !== null) && (
        <Field label={t('studio:bench.page')}>
          {(control) => (
            <select
              {...control}
              value={tabId ?? ''}
              onChange={({ target: { value } }) =>
                props.onTab(value === '' ? null : value === 'skeleton' ? value : Number(value))
              }
            >
              <option value="">{t('studio:bench.described')}</option>
              {skeleton && (
                <option value="skeleton">{t('studio:bench.skeleton', { name: skeleton.name })}</option>
              )}
              {tabs.map((tab) => (
                <option key={tab.tabId} value={tab.tabId}>
                  {tabName(tab, systems)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {tabId === null && <Described situation={situation} asks={asks} systems={systems} set={set} />}
      {tabId === 'skeleton' && skeleton?.page && (
        <Blank page={skeleton.page} situation={situation} asks={asks} systems={systems} set={set} />
      )}
      {typeof tabId === 'number' && <p className="soft">{t('studio:bench.tabNote')}</p>}
      <details className="skeletons" onToggle={({ currentTarget }) => setTools(currentTarget.open)}>
        <summary>{t('studio:bench.skeletons')}</summary>
        {hasTools && props.tools()}
      </details>
      <div className="pairs">
        <Menu
          label={t('studio:bench.moment')}
          value={situation.moment ?? ''}
          options={[
            ['', t('studio:bench.nobody')],
            ...moments.map((moment) => [moment, t(`common:moment.${moment}`)] as const),
          ]}
          onChange={(value) => set({ moment: moments.find((one) => one === value) ?? null })}
        />
        <Menu
          label={t('studio:bench.channel')}
          value={situation.channel}
          options={channels.map((channel) => [channel, t(`common:channel.${channel}`)] as const)}
          onChange={(value) => set({ channel: channels.find((one) => one === value) ?? 'desk' })}
        />
      </div>
      <p role="status" className="summary">
        {shown.length === 0
          ? t('studio:bench.none')
          : t('studio:bench.summary', { page: count('page'), panel: count('panel'), none: count('none') })}
      </p>
      <ul className="lines">
        {shown.slice(0, most).map((line) => (
          <Line key={line.reminder.id} line={line} />
        ))}
      </ul>
      {shown.length > most && (
        <button type="button" className="quiet" onClick={() => setMost(most + 200)}>
          {t('studio:provision.more', { count: Math.min(shown.length - most, 200) })}
        </button>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={showsAll}
          onChange={({ target }) => props.onShowAll(target.checked)}
        />
        <span>{t('studio:bench.all')}</span>
      </label>
      <p className="soft">{t('studio:bench.fresh')}</p>
      {props.children}
    </section>
  );
}

/** „Pasek na stronie”, „W panelu” or „Nie pokazuje się”. */
export function verdictOf({ where }: Decision): string {
  return t(`studio:bench.verdict_${where ?? 'none'}`);
}

function Line({ line: { reminder, decision, isOwn } }: { line: BenchLine }) {
  return (
    <li className={`line is-${decision.where ?? 'none'}`} data-reminder={reminder.id}>
      <strong lang="pl">{reminder.text || t('studio:list.noText')}</strong>
      <span className="verdict">{verdictOf(decision)}</span>
      <details open={isOwn}>
        <summary>{t('studio:bench.why')}</summary>
        <ul>
          {[...new Set(decision.why)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

interface DescribedProps {
  situation: BenchSituation;
  asks: BenchProps['asks'];
  systems: SystemNames;
  set(parts: Partial<BenchSituation>): void;
}

/** A page without its values: what it is known as, and values that the lead makes up where conditions ask for some. */
function Blank({ page, situation, asks, systems, set }: DescribedProps & { page: PageContext }) {
  const { fields, terms } = situation;
  return (
    <>
      <p className="soft">{t('studio:bench.skeletonNote')}</p>
      <p>
        {t('studio:bench.skeletonSeen', {
          seen: tabName({ tabId: 0, context: { ...page, caseInHand: null, caseSigns: [] } }, systems),
        })}
      </p>
      {page.caseSigns.length > 0 && <SignInput situation={situation} set={set} />}
      {Object.keys(page.fields).map((label) => (
        <TextInput
          key={label}
          label={t('studio:bench.fieldValue', { label })}
          value={fields[label]}
          onChange={(value) => set({ fields: { ...fields, [label]: value } })}
        />
      ))}
      {asks.terms.length > 0 && (
        <fieldset className="checks">
          <legend>{t('studio:bench.onPage')}</legend>
          {asks.terms.map(({ term }) => (
            <label key={term} className="check">
              <input
                type="checkbox"
                checked={page.terms.includes(term) || terms.includes(term)}
                disabled={page.terms.includes(term)}
                onChange={({ target }) => set({ terms: toggled(terms, term, target.checked) })}
              />
              <span>{t('studio:bench.term', { term })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function SignInput({ situation: { caseSign }, set }: Pick<DescribedProps, 'situation' | 'set'>) {
  const isBad = caseSign.trim() !== '' && signIn(caseSign) === null;
  return (
    <TextInput
      label={t('studio:bench.caseSign')}
      value={caseSign}
      mistakes={isBad ? [{ path: '', message: t('studio:bench.badSign') }] : []}
      onChange={(value) => set({ caseSign: value })}
    />
  );
}

const toggled = (list: string[], one: string, isOn: boolean) =>
  isOn ? [...list, one] : list.filter((other) => other !== one);

/** The page in words: what is on it of all that the draft asks about. */
function Described({ situation, asks, systems, set }: DescribedProps) {
  const { fields, terms, elements } = situation;
  return (
    <>
      <div className="pairs">
        <Menu
          label={t('studio:bench.view')}
          value={situation.view}
          options={views.map((view) => [view, t(`common:view.${view}`)] as const)}
          onChange={(value) => set({ view: views.find((one) => one === value) ?? 'other' })}
        />
        <Menu
          label={t('studio:bench.system')}
          value={situation.system ?? ''}
          options={[...systems, ['', t('studio:bench.unrecognised')] as const]}
          onChange={(value) => set({ system: value === '' ? null : value })}
        />
      </div>
      <SignInput situation={situation} set={set} />
      {asks.labels.map((label) => (
        <TextInput
          key={label}
          label={t('studio:bench.fieldValue', { label })}
          value={fields[label]}
          onChange={(value) => set({ fields: { ...fields, [label]: value } })}
        />
      ))}
      {asks.terms.length + asks.elements.length > 0 && (
        <fieldset className="checks">
          <legend>{t('studio:bench.onPage')}</legend>
          {asks.terms.map(({ term }) => (
            <label key={term} className="check">
              <input
                type="checkbox"
                checked={terms.includes(term)}
                onChange={({ target }) => set({ terms: toggled(terms, term, target.checked) })}
              />
              <span>{t('studio:bench.term', { term })}</span>
            </label>
          ))}
          {asks.elements.map((element) => (
            <label key={element} className="check">
              <input
                type="checkbox"
                checked={elements.includes(element)}
                onChange={({ target }) => set({ elements: toggled(elements, element, target.checked) })}
              />
              <span>{t('studio:bench.element', { element })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

interface MenuProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange(value: string): void;
}

function Menu({ label, value, options, onChange }: MenuProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What a tab shows, in a few words. */
export function tabName({ context }: OpenTab, systems: SystemNames): string {
  const sign = context.caseInHand ?? (context.caseSigns.length === 1 ? context.caseSigns[0] : undefined);
  return t('studio:bench.tab', {
    system:
      context.system === null ? t('common:system.none') : (systems.get(context.system) ?? context.system),
    view: t(`common:view.${context.view}`),
    sign: sign ? `, ${sign.raw}` : '',
  });
}
