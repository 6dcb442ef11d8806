import { type Complaint, tell } from './complaints';
import { crossCheck } from './cross-checks';
import { explain, type Placed } from './explain';
import { findJsonFault, type JsonFault, type JsonPath, limits } from './scan-json';
import { type Profile, profileSchema } from './schema';

export interface ProfileError {
  /** Where, e.g. `reminders[3].when.all[0].field.label`; empty for the whole file. */
  path: string;
  /** What is wrong and what to do, in full sentences. */
  message: string;
}

type ParsedProfile = { ok: true; profile: Profile } | { ok: false; errors: ProfileError[] };

/** More than these nobody reads at once. */
const mostErrors = 50;

/**
 * Reads a profile from a file's bytes or text and checks all of it. Never throws.
 *
 * @param source JSON in UTF-8, at most 256 kB; a byte order mark is allowed
 * @param options the language of the messages; Polish without it
 * @returns the profile with its defaults filled in, or what is wrong with it: at most 50 errors, and one more that
 *   tells how many are left
 */
export function parseProfile(
  source: string | Uint8Array,
  options: { language?: 'pl' | 'en' } = {},
): ParsedProfile {
  const language = options?.language === 'en' ? 'en' : 'pl';
  let answer: Profile | Faults;
  try {
    answer = read(source);
  } catch {
    // Nothing known gets here; whatever it is, the last good profile must stay, so the caller gets an answer.
    answer = whole({ is: 'unreadable' });
  }
  if (!('found' in answer)) return { ok: true, profile: answer };
  const { found, more } = answer;
  const errors = found.map(({ path, complaint }) => ({
    path: pathText(path),
    message: tell(complaint, language),
  }));
  if (more > 0) errors.push({ path: '', message: tell({ is: 'more', count: more }, language) });
  return { ok: false, errors };
}

/** The first `mostErrors` of what is wrong, and how many more there are. */
interface Faults {
  found: Placed[];
  more: number;
}

function read(source: unknown): Profile | Faults {
  const text = textOf(source);
  if (typeof text !== 'string') return whole(text);
  const fault = findJsonFault(text);
  if (fault) return { found: [{ path: fault.path, complaint: complaintOf(fault) }], more: 0 };
  const raw: unknown = JSON.parse(text);
  const parsed = profileSchema.safeParse(raw);
  if (!parsed.success) return explain(parsed.error.issues, raw, mostErrors);
  const found = crossCheck(parsed.data, raw);
  if (found.length === 0) return parsed.data;
  return { found: found.slice(0, mostErrors), more: Math.max(0, found.length - mostErrors) };
}

function whole(complaint: Complaint): Faults {
  return { found: [{ path: [], complaint }], more: 0 };
}

function textOf(source: unknown): string | Complaint {
  if (typeof source === 'string') {
    // A UTF-16 unit is at least one byte, so a text far too long need not be encoded to know it.
    const bytes = source.length > limits.bytes ? source.length : new TextEncoder().encode(source).byteLength;
    if (bytes > limits.bytes) return { is: 'too-big', bytes, most: limits.bytes };
    return source.startsWith('\uFEFF') ? source.slice(1) : source;
  }
  if (!ArrayBuffer.isView(source)) return { is: 'not-text' };
  if (source.byteLength > limits.bytes) {
    return { is: 'too-big', bytes: source.byteLength, most: limits.bytes };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return { is: 'not-utf8' };
  }
}

function complaintOf(fault: JsonFault): Complaint {
  if (fault.kind === 'not-json') return { is: 'not-json', line: fault.line, column: fault.column };
  if ('key' in fault) return { is: fault.kind, key: fault.key };
  return { is: fault.kind };
}

/** `['reminders', 3, 'when']` → `reminders[3].when`; a key that is no plain name stands in quotation marks. */
function pathText(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\p{L}\p{N}_$-]{1,80}$/u.test(step)) return `[${JSON.stringify(step.slice(0, 80))}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
