import type { z } from 'zod';
import type { Complaint, Kind } from './complaints';
import { nearest } from './nearest';
import type { JsonPath } from './scan-json';
import { profileSchema } from './schema';
import { isObject, valueAt } from './value-at';

export interface Placed {
  path: JsonPath;
  complaint: Complaint;
}

type Issue = z.core.$ZodIssue;
type AnySchema = z.core.$ZodType;

/**
 * Turns what zod found into complaints a team lead can act on. Of a union only the branch that was meant is told:
 * the one whose key is used.
 *
 * @param raw the profile as it was written
 * @param most after so many the rest is only counted: a hostile file may hold ten thousand mistakes
 */
export function explain(
  issues: readonly Issue[],
  raw: unknown,
  most: number,
): { found: Placed[]; more: number } {
  const found: Placed[] = [];
  let more = 0;
  for (const issue of issues) {
    if (found.length < most) found.push(...explainOne(issue, [], raw));
    else more += issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
  }
  return { found: found.slice(0, most), more: more + Math.max(0, found.length - most) };
}

function explainOne(issue: Issue, under: JsonPath, raw: unknown): Placed[] {
  const path = [...under, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const value = valueAt(raw, path);
  const place = placeOf(path);
  const one = (complaint: Complaint): Placed[] => [{ path, complaint }];

  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(schemasAt(path));
      return issue.keys.map((key, index) => ({
        path: [...path, key],
        // Past the first hundred nobody reads what was meant.
        complaint: { is: 'unknown-key', key, nearest: index < 100 ? nearest(key, known) : null, known },
      }));
    }
    case 'invalid_union':
      return explainUnion(issue, path, raw, value);
    case 'invalid_type':
      if (value === undefined && path.length > 0) return one({ is: 'missing', key: String(path.at(-1)) });
      return one({ is: 'wrong-type', place, wanted: kindWanted(issue.expected), found: kindOf(value) });
    case 'invalid_value': {
      if (value === undefined) return one({ is: 'missing', key: String(path.at(-1)) });
      const known = issue.values.map(String);
      if (place === 'format' && path.length === 1)
        return one({ is: 'unknown-format', value: written(value), known });
      if (typeof value !== 'string')
        return one({ is: 'wrong-type', place, wanted: 'text', found: kindOf(value) });
      return one({ is: 'unknown-value', place, value, nearest: nearest(value, known), known });
    }
    case 'too_big':
      return one(tooBig(Number(issue.maximum), value, path));
    case 'too_small':
      return one(tooSmall(Number(issue.minimum), value, path));
    case 'invalid_format':
      if (
        issue.message === 'bad-id' ||
        issue.message === 'bad-time' ||
        issue.message === 'bad-day' ||
        issue.message === 'bad-selector'
      ) {
        return one({ is: issue.message, value: written(value) });
      }
      return one({ is: 'wrong' });
    case 'custom':
      if (
        issue.message === 'blank' ||
        issue.message === 'invisible-characters' ||
        issue.message === 'control-characters'
      ) {
        return one({ is: issue.message, place: textPlace(path) });
      }
      return one(issue.message === 'bad-day' ? { is: 'bad-day', value: written(value) } : { is: 'wrong' });
    default:
      return one({ is: 'wrong' });
  }
}

function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: JsonPath,
  raw: unknown,
  value: unknown,
): Placed[] {
  const options = schemasAt(path);
  const branch = (index: number) =>
    (issue.errors[index] ?? []).flatMap((inner) => explainOne(inner, path, raw));
  // `view: "case"` or `view: ["case", "letter"]`.
  if (!options.every((option) => 'shape' in option._zod.def)) return branch(Array.isArray(value) ? 1 : 0);

  const heads = options.map((option) => keysOf([option])[0] ?? '');
  const ofCondition = heads.includes('all');
  if (!isObject(value)) {
    return [{ path, complaint: { is: ofCondition ? 'no-condition' : 'no-signal', known: heads } }];
  }
  const keys = Object.keys(value);
  const used = heads.filter((head) => Object.hasOwn(value, head));
  const [first] = used;
  if (first === undefined) {
    const [key] = keys;
    if (key === undefined) {
      return [{ path, complaint: { is: ofCondition ? 'no-condition' : 'no-signal', known: heads } }];
    }
    const is = ofCondition ? 'unknown-condition' : 'unknown-signal';
    return [{ path: [...path, key], complaint: { is, key, nearest: nearest(key, heads), known: heads } }];
  }
  if (used.length > 1) {
    return [{ path, complaint: { is: ofCondition ? 'several-conditions' : 'several-signals', keys: used } }];
  }
  const index = heads.indexOf(first);
  const known = keysOf(options.slice(index, index + 1));
  return branch(index).map((placed) =>
    placed.complaint.is === 'unknown-key' && placed.path.length === path.length + 1
      ? {
          ...placed,
          complaint: { ...placed.complaint, known, nearest: nearest(placed.complaint.key, known) },
        }
      : placed,
  );
}

function tooBig(most: number, value: unknown, path: JsonPath): Complaint {
  if (typeof value === 'string') {
    return { is: 'text-too-long', place: textPlace(path), length: value.normalize('NFC').length, most };
  }
  const place = placeOf(path);
  return Array.isArray(value) ? { is: 'list-too-long', place, most } : { is: 'number-too-big', place, most };
}

function tooSmall(least: number, value: unknown, path: JsonPath): Complaint {
  if (typeof value === 'string') return { is: 'text-empty', place: textPlace(path) };
  const place = placeOf(path);
  return Array.isArray(value)
    ? { is: 'list-too-short', place, least }
    : { is: 'number-too-small', place, least };
}

/** The nearest name above: for `cells[2]` it is `cells`. */
function placeOf(path: JsonPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

function textPlace(path: JsonPath): string {
  return path.length === 3 && path[0] === 'reminders' && path[2] === 'text' ? 'reminder' : placeOf(path);
}

function kindWanted(expected: string): Kind {
  if (expected === 'string') return 'text';
  if (expected === 'int') return 'whole-number';
  if (expected === 'number') return 'number';
  if (expected === 'array' || expected === 'tuple') return 'list';
  if (expected === 'boolean') return 'yes-no';
  return 'object';
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'yes-no' : 'object';
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 100);
}

/** The schemas that a path may lead to, unions taken apart. */
function schemasAt(path: JsonPath): AnySchema[] {
  let schemas: AnySchema[] = [profileSchema];
  for (const step of path) schemas = schemas.flatMap(bare).flatMap((schema) => stepInto(schema, step));
  return schemas.flatMap(bare);
}

/** Without defaults and optionality; the options of a union, each bare. */
function bare(schema: AnySchema): AnySchema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'union') return def.options.flatMap(bare);
  // The getter of a lazy schema builds it anew each time; this one is built once.
  if (def.type === 'lazy') return bare((schema as z.core.$ZodLazy)._zod.innerType);
  return 'innerType' in def ? bare(def.innerType) : [schema];
}

function stepInto(schema: AnySchema, step: string | number): AnySchema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return [def.element];
  if (def.type === 'tuple') return def.items.slice(Number(step), Number(step) + 1);
  if (def.type !== 'object') return [];
  const inner = Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
  return inner ? [inner] : [];
}

function keysOf(schemas: AnySchema[]): string[] {
  return schemas.flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}
