import {
  type Clause,
  type ConditionForm,
  conditionOf,
  formOf,
  type Joined,
  type LeafClause,
  mistakesUnder,
} from '@/lib/draft';
import type { Condition, ProfileError } from '@/lib/profile';
import { clauseText, type SystemNames, sentenceOf } from '../condition';
import { Choice } from './Choice';
import { ClauseMenus } from './ClauseMenus';
import { Mistakes } from './Field';
import { Pointing } from './Pointing';
import { t } from './words';

export interface ConditionEditorProps {
  condition: Condition | undefined;
  /** Where it stands in the profile. */
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  /** `mark` names what was changed, so that a word typed is one step. */
  onChange(condition: Condition | undefined, mark: string | null): void;
}

const firstClause: LeafClause = { kind: 'leaf', not: false, leaf: { view: 'case' } };
const firstGroup: Clause = {
  kind: 'group',
  not: false,
  joined: 'any',
  parts: [firstClause, { kind: 'leaf', not: false, leaf: { channel: 'desk' } }],
};

/** „Pokaż, gdy widok to sprawa i znak zaczyna się od FN.3120”, by menus. */
export function ConditionEditor({ condition, path, mistakes, systems, onChange }: ConditionEditorProps) {
  const form = formOf(condition);
  const { clauses, joined } = form;
  const change = (next: Partial<ConditionForm>, mark: string | null = null) =>
    onChange(conditionOf({ ...form, ...next }), mark);
  const isNested = form.isJoined || clauses.length > 1;
  return (
    <fieldset className="when">
      <legend>{t('studio:when.name')}</legend>
      <p className={clauses.length === 0 ? 'soft' : 'sentence'}>
        {clauses.length === 0 ? t('studio:when.always') : sentenceOf(condition, systems)}
      </p>
      <ul>
        {clauses.map((clause, index) => (
          <ClauseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no ids, and what is typed belongs to the place
            key={index}
            clause={clause}
            isFirst={index === 0}
            joined={joined}
            path={`${path}${isNested ? `.${joined}[${index}]` : ''}`}
            mistakes={mistakes}
            systems={systems}
            onJoined={(next) => change({ joined: next })}
            onChange={(next, mark) =>
              change({ clauses: clauses.with(index, next) }, mark && `${index} ${mark}`)
            }
            onRemove={() => change({ clauses: clauses.toSpliced(index, 1) })}
          />
        ))}
      </ul>
      <Mistakes mistakes={mistakes.filter((one) => one.path === path || one.path === `${path}.${joined}`)} />
      <div className="row">
        <button type="button" onClick={() => change({ clauses: [...clauses, firstClause] })}>
          {t('studio:when.add')}
        </button>
        {clauses.length > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => change({ clauses: [...clauses, firstGroup] })}
          >
            {t('studio:when.addGroup')}
          </button>
        )}
      </div>
      <Pointing
        systems={systems}
        onTake={(leaf) => change({ clauses: [...clauses, { kind: 'leaf', not: false, leaf }] })}
      />
    </fieldset>
  );
}

interface ClauseRowProps {
  clause: Clause;
  isFirst: boolean;
  joined: Joined;
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  onJoined(joined: Joined): void;
  onChange(clause: Clause, mark: string | null): void;
  onRemove(): void;
}

function ClauseRow({
  clause,
  isFirst,
  joined,
  path,
  mistakes,
  systems,
  onJoined,
  onChange,
  onRemove,
}: ClauseRowProps) {
  const own = clause.kind !== 'kept' && clause.not ? `${path}.not` : path;
  return (
    <li className={clause.kind === 'group' ? 'clause is-group' : 'clause'}>
      {isFirst ? (
        <span className="lead">{t('studio:when.show')}</span>
      ) : (
        <Joiner joined={joined} onChange={onJoined} />
      )}
      {clause.kind === 'leaf' && <ClauseMenus clause={clause} systems={systems} onChange={onChange} />}
      {clause.kind === 'kept' && (
        <span>
          <strong>{clauseText(clause, systems)}</strong> <span className="soft">{t('studio:when.kept')}</span>
        </span>
      )}
      {clause.kind === 'group' && (
        <Group
          clause={clause}
          path={own}
          mistakes={mistakes}
          systems={systems}
          onChange={onChange}
          onRemove={onRemove}
        />
      )}
      <button
        type="button"
        className="quiet remove"
        aria-label={t('studio:when.remove', { clause: clauseText(clause, systems) })}
        onClick={onRemove}
      >
        {t('studio:card.remove')}
      </button>
      {clause.kind !== 'group' && <Mistakes mistakes={mistakesUnder(mistakes, path)} />}
    </li>
  );
}

type GroupClause = Extract<Clause, { kind: 'group' }>;
interface GroupProps {
  clause: GroupClause;
  path: string;
  mistakes: readonly ProfileError[];
  systems: SystemNames;
  onChange(clause: Clause, mark: string | null): void;
  onRemove(): void;
}

function Group({ clause, path, mistakes, systems, onChange, onRemove }: GroupProps) {
  const { parts, joined } = clause;
  const change = (next: Partial<GroupClause>, mark: string | null = null) =>
    onChange({ ...clause, ...next }, mark);
  return (
    <fieldset className="group">
      <legend className="visually-hidden">{t('studio:when.group')}</legend>
      <Choice
        label={t('studio:when.verb')}
        value={clause.not ? 'no' : 'yes'}
        options={[
          ['yes', t('studio:when.groupYes')],
          ['no', t('studio:when.groupNo')],
        ]}
        onChange={(value) => change({ not: value === 'no' })}
      />
      <ul>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="clause">
            {index > 0 && <Joiner joined={joined} onChange={(next) => change({ joined: next })} />}
            <ClauseMenus
              clause={part}
              systems={systems}
              onChange={(next, mark) =>
                change({ parts: parts.with(index, next) }, mark && `${index} ${mark}`)
              }
            />
            <button
              type="button"
              className="quiet remove"
              aria-label={t('studio:when.remove', { clause: clauseText(part, systems) })}
              onClick={() => (parts.length > 1 ? change({ parts: parts.toSpliced(index, 1) }) : onRemove())}
            >
              {t('studio:card.remove')}
            </button>
            <Mistakes mistakes={mistakesUnder(mistakes, `${path}.${joined}[${index}]`)} />
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={() => change({ parts: [...parts, firstClause] })}>
        {t('studio:when.addIn')}
      </button>
    </fieldset>
  );
}

function Joiner({ joined, onChange }: { joined: Joined; onChange(joined: Joined): void }) {
  return (
    <Choice
      label={t('studio:when.joined')}
      value={joined}
      options={[
        ['all', t('condition:all')],
        ['any', t('condition:any')],
      ]}
      onChange={onChange}
    />
  );
}
