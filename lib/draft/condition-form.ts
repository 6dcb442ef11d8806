import type { Condition } from '@/lib/profile';

/** A condition without others in it. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;
export type Joined = 'all' | 'any';

/** One clause of the sentence „Pokaż, gdy …”. */
export type Clause =
  | { kind: 'leaf'; not: boolean; leaf: Leaf }
  /** Clauses in brackets. */
  | { kind: 'group'; not: boolean; joined: Joined; parts: LeafClause[] }
  /** Too deep for menus: it is told in words and kept as it is. */
  | { kind: 'kept'; condition: Condition };
export type LeafClause = Extract<Clause, { kind: 'leaf' }>;

/** A condition as menus show it: clauses joined by one word. */
export interface ConditionForm {
  joined: Joined;
  clauses: Clause[];
  /** Whether it stands in `all` or `any` though it is but one clause. */
  isJoined: boolean;
}

/** Takes a condition apart for menus. `conditionOf` puts it together again, the same to the letter. */
export function formOf(condition: Condition | undefined): ConditionForm {
  if (condition === undefined) return { joined: 'all', clauses: [], isJoined: false };
  if ('all' in condition) return { joined: 'all', clauses: condition.all.map(clauseOf), isJoined: true };
  if ('any' in condition) return { joined: 'any', clauses: condition.any.map(clauseOf), isJoined: true };
  return { joined: 'all', clauses: [clauseOf(condition)], isJoined: false };
}

/** @returns undefined where no clause is left: always */
export function conditionOf({ joined, clauses, isJoined }: ConditionForm): Condition | undefined {
  const [only, ...more] = clauses;
  if (only === undefined) return undefined;
  if (more.length === 0 && !isJoined) return written(only);
  return join(joined, clauses.map(written));
}

function clauseOf(condition: Condition): Clause {
  const not = 'not' in condition;
  const inner = not ? condition.not : condition;
  const leaf = leafOf(inner);
  if (leaf !== null) return { kind: 'leaf', not, leaf };
  const joined = 'all' in inner ? 'all' : 'any';
  const parts = ('all' in inner ? inner.all : 'any' in inner ? inner.any : [])?.map(clauseOf);
  const isFlat = parts.length > 0 && parts.every((part) => part.kind === 'leaf');
  return isFlat ? { kind: 'group', not, joined, parts } : { kind: 'kept', condition };
}

/** Null for what has others in it, and for the one leaf that says two things of a field. */
function leafOf(condition: Condition): Leaf | null {
  if ('all' in condition || 'any' in condition || 'not' in condition) return null;
  const isTwofold = 'field' in condition && 'equals' in condition.field && 'contains' in condition.field;
  return isTwofold ? null : condition;
}

function written(clause: Clause): Condition {
  if (clause.kind === 'kept') return clause.condition;
  const inner = clause.kind === 'leaf' ? clause.leaf : join(clause.joined, clause.parts.map(written));
  return clause.not ? { not: inner } : inner;
}

function join(joined: Joined, conditions: Condition[]): Condition {
  return joined === 'all' ? { all: conditions } : { any: conditions };
}
