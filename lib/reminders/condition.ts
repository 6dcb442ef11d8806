import type { Condition } from '@/lib/profile';
import { matchesAddress } from './address';
import { comparable, type Situation } from './situation';

/** What became of a condition. */
export interface Finding {
  holds: boolean;
  /** It holds, and a `view` asked for is among the reasons: the reminder belongs to this very place. */
  byView: boolean;
}

const no: Finding = { holds: false, byView: false };
const yes: Finding = { holds: true, byView: false };
const yesByView: Finding = { holds: true, byView: true };

/**
 * Tells whether a condition holds, and adds to `why` one sentence for each of its leaves, true or false, and one for
 * each `any` and `not`. Everything is looked at, even after the answer is plain: a team lead wants to see it all.
 */
export function examine(condition: Condition, situation: Situation, why: string[], nested = false): Finding {
  const { say } = situation;
  if ('all' in condition) {
    let holds = true;
    let byView = false;
    for (const part of condition.all) {
      const finding = examine(part, situation, why, true);
      holds &&= finding.holds;
      byView ||= finding.byView;
    }
    // At the top each sentence speaks for itself; inside `any` and `not` the sum has to be told.
    if (nested && condition.all.length > 1) why.push(say.verdict(say.together(condition.all.length), holds));
    return holds ? (byView ? yesByView : yes) : no;
  }
  if ('any' in condition) {
    let found = no;
    for (const part of condition.any) {
      const finding = examine(part, situation, why, true);
      if (finding.holds && !found.byView) found = finding;
    }
    if (condition.any.length > 1) why.push(say.verdict(say.oneOf(condition.any.length), found.holds));
    return found;
  }
  if ('not' in condition) {
    const { holds } = examine(condition.not, situation, why, true);
    why.push(say.verdict(say.opposite, !holds));
    return holds ? no : yes;
  }
  return leaf(condition, situation, why);
}

type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

function leaf(condition: Leaf, situation: Situation, why: string[]): Finding {
  const { say, context } = situation;
  const tell = (clause: string, holds: boolean): Finding => {
    why.push(say.verdict(clause, holds));
    return holds ? yes : no;
  };

  // What needs no page comes first.
  if ('channel' in condition) {
    const wanted = list(condition.channel);
    const channel = situation.encounter?.channel;
    if (channel === undefined) return tell(say.noEncounterForChannel(wanted), false);
    const holds = wanted.includes(channel);
    return tell(holds ? say.channelIs(channel) : say.channelIsNot(channel, wanted), holds);
  }
  if ('moment' in condition) {
    const wanted = list(condition.moment);
    const { moment } = situation;
    if (moment === null) return tell(say.noEncounterForMoment(wanted), false);
    const holds = wanted.includes(moment);
    return tell(holds ? say.momentIs(moment) : say.momentIsNot(moment, wanted), holds);
  }
  if ('time' in condition) {
    return tell(
      say.timeIs(condition.time, situation.minute, situation.weekday),
      isTime(condition.time, situation),
    );
  }
  if (context === null) return tell(say.noPage, false);

  if ('view' in condition) {
    const wanted = list(condition.view);
    if (!wanted.includes(context.view)) return tell(say.viewIsNot(context.view, wanted), false);
    tell(say.viewIs(context.view), true);
    return yesByView;
  }
  if ('system' in condition) {
    const wanted = list(condition.system);
    const { system } = context;
    const holds = system !== null && wanted.includes(system);
    const nameOf = (id: string) => situation.systemNames.get(id) || id;
    if (holds) return tell(say.systemIs(nameOf(system)), true);
    return tell(say.systemIsNot(system && nameOf(system), wanted.map(nameOf)), false);
  }
  if ('url' in condition) {
    const matches = matchesAddress(condition.url, context.address);
    if (matches === null) {
      why.push(say.badPattern(condition.url));
      return no;
    }
    return tell(say.addressFits(condition.url), matches);
  }
  if ('caseSign' in condition) return sign(condition.caseSign, situation, tell);
  if ('field' in condition) return field(condition.field, situation, tell);
  if ('text' in condition)
    return tell(say.textStands(condition.text), context.terms.includes(condition.text));
  return tell(say.elementStands, context.elements.includes(condition.element));
}

type Tell = (clause: string, holds: boolean) => Finding;

function sign(wanted: Wanted<'caseSign'>, { sign: found, context, say }: Situation, tell: Tell): Finding {
  if (found === null) {
    const signs = context?.caseSigns.length ?? 0;
    return tell(signs === 0 ? say.signStands : say.severalSigns(signs), false);
  }
  let holds = true;
  if (wanted.cell !== undefined) {
    const fits = isCellOf(wanted.cell, found.cell);
    tell(fits ? say.cellIs(found.cell) : say.cellIsNot(found.cell, wanted.cell), fits);
    holds &&= fits;
  }
  if (wanted.jrwa !== undefined) {
    const fits = found.jrwa.startsWith(wanted.jrwa);
    tell(fits ? say.jrwaIs(found.jrwa) : say.jrwaIsNot(found.jrwa, wanted.jrwa), fits);
    holds &&= fits;
  }
  if (wanted.cell === undefined && wanted.jrwa === undefined) return tell(say.signStands, true);
  return holds ? yes : no;
}

/** `AM` covers AM, AM-WZ and am.wz: an organisational cell and everything below it. */
function isCellOf(wanted: string, cell: string): boolean {
  const [head, whole] = [wanted.toLowerCase(), cell.toLowerCase()];
  if (!whole.startsWith(head)) return false;
  return whole.length === head.length || !/[\p{L}\p{N}]/u.test(whole.charAt(head.length));
}

function field(wanted: Wanted<'field'>, { fields, say }: Situation, tell: Tell): Finding {
  const { label, equals, contains } = wanted;
  const value = fields.get(comparable(label));
  if (value === undefined) return tell(say.fieldStands(label), false);
  if (equals === undefined && contains === undefined) return tell(say.fieldStands(label), true);
  const text = folded(value);
  let holds = true;
  if (equals !== undefined) {
    const fits = text === folded(equals);
    tell(fits ? say.fieldIs(label, value) : say.fieldIsNot(label, value, equals), fits);
    holds &&= fits;
  }
  if (contains !== undefined) {
    const fits = text.includes(folded(contains));
    tell(fits ? say.fieldHas(label, contains) : say.fieldHasNot(label, value, contains), fits);
    holds &&= fits;
  }
  return holds ? yes : no;
}

/** A value as it is compared: without case and needless white space, in one Unicode form. */
function folded(value: string): string {
  return value.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function isTime({ from, to, weekdays }: Wanted<'time'>, { minute, weekday }: Situation): boolean {
  if (weekdays !== undefined && !weekdays.includes(weekday)) return false;
  const begins = from === undefined ? 0 : minuteOf(from);
  const ends = to === undefined ? 24 * 60 : minuteOf(to);
  // 22:00–06:00 runs across midnight; the weekday is the one on the clock at this minute.
  return begins <= ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

type Wanted<Kind extends 'caseSign' | 'field' | 'time'> = Extract<Condition, Record<Kind, unknown>>[Kind];

function list<T>(oneOrMore: T | T[]): T[] {
  return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore];
}

/**
 * How closely a condition ties a reminder to what is on the screen: 2 by a sign, a field, a term, an element or an
 * address, 1 by a view or a system, 0 by none of these.
 */
export function closenessOf(condition: Condition | undefined): number {
  if (condition === undefined) return 0;
  if ('all' in condition) return closest(condition.all);
  if ('any' in condition) return condition.any.reduce((least, part) => Math.min(least, closenessOf(part)), 2);
  if ('not' in condition || 'channel' in condition || 'moment' in condition || 'time' in condition) return 0;
  return 'view' in condition || 'system' in condition ? 1 : 2;
}

function closest(parts: Condition[]): number {
  return parts.reduce((most, part) => Math.max(most, closenessOf(part)), 0);
}
