import { useContext } from 'react';
import type { Leaf, LeafClause } from '@/lib/draft';
import { views } from '@/lib/page';
import { channels, moments } from '@/lib/standard';
import { listOf, type SystemNames, weekdayName } from '../condition';
import { Choice, Choices } from './Choice';
import { KnownTerms } from './known-terms';
import { t } from './words';

/** The whole vocabulary, in the order in which a person looks for it. */
const kinds = [
  'view',
  'caseSign',
  'channel',
  'moment',
  'field',
  'text',
  'system',
  'time',
  'url',
  'element',
] as const;
type Kind = (typeof kinds)[number];

type Verb = 'is' | 'fits' | 'begins' | 'stands' | 'equals' | 'contains' | 'between';
const verbOf = {
  view: 'is',
  system: 'is',
  channel: 'is',
  moment: 'is',
  url: 'fits',
  caseSign: 'begins',
  text: 'stands',
  element: 'stands',
  time: 'between',
} as const satisfies Record<Exclude<Kind, 'field'>, Verb>;

export interface ClauseMenusProps {
  clause: LeafClause;
  systems: SystemNames;
  onChange(clause: LeafClause, mark: string | null): void;
}

/** One clause: what it is of, whether it is so or not so, and the value. */
export function ClauseMenus({ clause, systems, onChange }: ClauseMenusProps) {
  const { leaf, not } = clause;
  const kind = kinds.find((one) => one in leaf) ?? 'view';
  const set = (next: Leaf, mark: string | null = null) => onChange({ ...clause, leaf: next }, mark);
  const verbs: Verb[] = kind === 'field' ? ['equals', 'contains', 'stands'] : [verbOf[kind]];
  const verb = kind === 'field' ? fieldVerb(leaf) : verbOf[kind];
  const verbMenu = (
    <Choice
      label={t('studio:when.verb')}
      value={not ? `${verb}Not` : verb}
      options={verbs.flatMap((one) => [
        [one, t(`studio:when.verbs.${one}`)] as const,
        [`${one}Not`, t(`studio:when.verbs.${one}Not`)] as const,
      ])}
      onChange={(next) => {
        const isNot = next.endsWith('Not');
        const plain = next.replace(/Not$/, '') as Verb;
        const changed = 'field' in leaf ? withFieldVerb(leaf, plain) : leaf;
        onChange({ ...clause, not: isNot, leaf: changed }, null);
      }}
    />
  );
  return (
    <span className="menus">
      <Choice
        label={t('studio:when.kind')}
        value={kind}
        options={kinds.map((one) => [one, t(`studio:when.kinds.${one}`)] as const)}
        onChange={(next) => set(firstOf(next, systems))}
      />
      {/* „pole „X” zawiera …”, „wyrażenie „X” jest na stronie”: the name stands before the verb. */}
      {'field' in leaf && (
        <Input
          label={t('studio:when.label')}
          value={leaf.field.label}
          onChange={(label) => set({ field: { ...leaf.field, label } }, 'label')}
        />
      )}
      {'text' in leaf && (
        <Input label={t('studio:when.term')} value={leaf.text} onChange={(text) => set({ text }, 'text')} />
      )}
      {'element' in leaf && (
        <Input
          label={t('studio:when.element')}
          value={leaf.element}
          onChange={(element) => set({ element }, 'element')}
        />
      )}
      {verbMenu}
      <Value leaf={leaf} systems={systems} set={set} />
      {'text' in leaf && <Forms term={leaf.text} />}
    </span>
  );
}

function Value({
  leaf,
  systems,
  set,
}: {
  leaf: Leaf;
  systems: SystemNames;
  set(leaf: Leaf, mark?: string | null): void;
}) {
  if ('view' in leaf) {
    return (
      <Choices
        values={listOf(leaf.view)}
        options={views.map((view) => [view, t(`common:view.${view}`)] as const)}
        onChange={(values) => set({ view: oneOrMore(values) })}
      />
    );
  }
  if ('system' in leaf) {
    return (
      <Choices
        values={listOf(leaf.system)}
        options={[...systems]}
        onChange={(values) => set({ system: oneOrMore(values) })}
      />
    );
  }
  if ('channel' in leaf) {
    return (
      <Choices
        values={listOf(leaf.channel)}
        options={channels.map((channel) => [channel, t(`common:channel.${channel}`)] as const)}
        onChange={(values) => set({ channel: oneOrMore(values) })}
      />
    );
  }
  if ('moment' in leaf) {
    return (
      <Choices
        values={listOf(leaf.moment)}
        options={moments.map((moment) => [moment, t(`common:moment.${moment}`)] as const)}
        onChange={(values) => set({ moment: oneOrMore(values) })}
      />
    );
  }
  if ('url' in leaf) {
    return <Input label={t('studio:when.url')} value={leaf.url} onChange={(url) => set({ url }, 'url')} />;
  }
  if ('caseSign' in leaf) {
    const { cell, jrwa } = leaf.caseSign;
    const write = (next: typeof leaf.caseSign, mark: string) =>
      set(
        {
          caseSign: { ...(next.cell ? { cell: next.cell } : {}), ...(next.jrwa ? { jrwa: next.jrwa } : {}) },
        },
        mark,
      );
    return (
      <span className="sign">
        <Input
          label={t('studio:when.cell')}
          example="FN"
          value={cell ?? ''}
          onChange={(next) => write({ cell: next.trim(), jrwa }, 'cell')}
        />
        <span aria-hidden="true">.</span>
        <Input
          label={t('studio:when.jrwa')}
          example="3120"
          value={jrwa ?? ''}
          onChange={(next) => write({ cell, jrwa: next.trim() }, 'jrwa')}
        />
      </span>
    );
  }
  if ('field' in leaf) {
    const { label, equals, contains } = leaf.field;
    if (equals === undefined && contains === undefined) return null;
    return (
      <Input
        label={t('studio:when.fieldValue')}
        value={equals ?? contains ?? ''}
        onChange={(value) =>
          set(
            { field: equals === undefined ? { label, contains: value } : { label, equals: value } },
            'value',
          )
        }
      />
    );
  }
  if ('time' in leaf) return <Time time={leaf.time} onChange={(time) => set({ time })} />;
  return null;
}

/** An expression that no glossary has is found only as it is written; one press makes it a term. */
function Forms({ term }: { term: string }) {
  const known = useContext(KnownTerms);
  if (term.trim() === '' || known.has(term)) return null;
  return (
    <span className="forms">
      <span className="soft">{t('studio:when.oneForm', { term })}</span>{' '}
      <button type="button" className="quiet" onClick={() => known.add(term)}>
        {t('studio:when.addTerm')}
      </button>
    </span>
  );
}

type TimeValue = Extract<Leaf, { time: unknown }>['time'];

function Time({ time, onChange }: { time: TimeValue; onChange(time: TimeValue): void }) {
  const write = (parts: TimeValue) => {
    const next = { ...time, ...parts };
    onChange({
      ...(next.from ? { from: next.from } : {}),
      ...(next.to ? { to: next.to } : {}),
      ...(next.weekdays?.length ? { weekdays: next.weekdays.toSorted((a, b) => a - b) } : {}),
    });
  };
  const days = time.weekdays ?? [];
  return (
    <span className="time">
      <input
        type="time"
        aria-label={t('studio:when.from')}
        value={time.from ?? ''}
        onChange={({ target }) => write({ from: target.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        aria-label={t('studio:when.to')}
        value={time.to ?? ''}
        onChange={({ target }) => write({ to: target.value })}
      />
      <fieldset className="days">
        <legend className="visually-hidden">{t('studio:when.weekdays')}</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label key={day} className="day">
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={({ target }) =>
                write({ weekdays: target.checked ? [...days, day] : days.filter((one) => one !== day) })
              }
            />
            <span>{weekdayName(day)}</span>
          </label>
        ))}
      </fieldset>
    </span>
  );
}

interface InputProps {
  label: string;
  value: string;
  /** Shown while it is empty, where the label is too long for it. */
  example?: string;
  onChange(value: string): void;
}

function Input({ label, value, example = label, onChange }: InputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      aria-label={label}
      title={label}
      placeholder={example}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function firstOf(kind: Kind, systems: SystemNames): Leaf {
  switch (kind) {
    case 'view':
      return { view: 'case' };
    case 'system':
      return { system: [...systems.keys()][0] ?? 'ezd-rp' };
    case 'url':
      return { url: '' };
    case 'caseSign':
      return { caseSign: {} };
    case 'field':
      return { field: { label: '', equals: '' } };
    case 'text':
      return { text: '' };
    case 'element':
      return { element: '' };
    case 'channel':
      return { channel: 'desk' };
    case 'moment':
      return { moment: 'greeting' };
    case 'time':
      return { time: { from: '08:00', to: '16:00' } };
  }
}

function fieldVerb(leaf: Leaf): Verb {
  if (!('field' in leaf)) return 'stands';
  if (leaf.field.equals !== undefined) return 'equals';
  return leaf.field.contains === undefined ? 'stands' : 'contains';
}

function withFieldVerb({ field }: Extract<Leaf, { field: unknown }>, verb: Verb): Leaf {
  const { label, equals, contains } = field;
  const value = equals ?? contains ?? '';
  if (verb === 'stands') return { field: { label } };
  return { field: verb === 'equals' ? { label, equals: value } : { label, contains: value } };
}

function oneOrMore<Value>(values: Value[]): Value | Value[] {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}
