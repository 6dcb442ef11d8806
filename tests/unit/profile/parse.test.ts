import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProfileError, parseProfile, profileSchema } from '@/lib/profile';
import { badProfiles } from './bad-profiles';
import { fullProfile, leastProfile } from './full-profile';

const seed = 20_261_124;

function errorsOf(source: unknown, language: 'pl' | 'en' = 'pl'): ProfileError[] {
  const text = typeof source === 'string' || source instanceof Uint8Array ? source : JSON.stringify(source);
  const parsed = parseProfile(text, { language });
  return parsed.ok ? [] : parsed.errors;
}

const sentence = /^\p{Lu}.*\.$/su;

describe('a good profile', () => {
  it('comes back as it was written, every field of it', () => {
    const parsed = parseProfile(JSON.stringify(fullProfile));
    expect(parsed).toMatchObject({ ok: true, profile: fullProfile });
    if (parsed.ok) expect(parseProfile(JSON.stringify(parsed.profile))).toEqual(parsed);
  });

  it('may leave out all but format, id, seq and name', () => {
    expect(parseProfile(JSON.stringify(leastProfile))).toMatchObject({
      ok: true,
      profile: { budget: { perDay: 8 }, callbacks: { promptly: 120, retention: 14 }, reminders: [] },
    });
  });

  it('may begin with a byte order mark, as text and as bytes', () => {
    const marked = `\uFEFF${JSON.stringify(leastProfile)}`;
    expect(parseProfile(marked).ok).toBe(true);
    expect(parseProfile(new TextEncoder().encode(marked)).ok).toBe(true);
  });

  it('has its texts in one Unicode form', () => {
    const parsed = parseProfile(JSON.stringify({ ...leastProfile, name: 'Urząd'.normalize('NFD') }));
    expect(parsed.ok && parsed.profile.name).toBe('Urząd'.normalize('NFC'));
  });

  it('may set one limit of the budget alone', () => {
    expect(errorsOf({ ...leastProfile, budget: { perDay: 0 } })).toEqual([]);
  });

  it('may keep a reminder of another layer locked', () => {
    expect(errorsOf({ ...leastProfile, locked: ['obok.powitanie'] })).toEqual([]);
  });
});

describe('a bad profile', () => {
  const all = badProfiles();

  it('stands here in more than two hundred kinds', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
  });

  it.each(all)('is refused, with the place and the way out: $what', ({ source, path }) => {
    const errors = errorsOf(source);
    expect(errors.map((error) => error.path)).toContain(path);
    for (const { message } of errors) {
      expect(message).toMatch(sentence);
      expect(message).not.toMatch(/undefined|\[object|NaN|expected|Invalid/);
    }
    const inEnglish = errorsOf(source, 'en');
    expect(inEnglish.map((error) => error.path)).toEqual(errors.map((error) => error.path));
    inEnglish.forEach(({ message }, index) => {
      expect(message).toMatch(sentence);
      expect(message).not.toBe(errors[index]?.message);
    });
  });
});

describe('what a team lead is told', () => {
  const reminder = { id: 'a', provisions: ['ke.7.2'], moment: 'greeting', text: 'Tekst' };
  const withReminder = (parts: object) => ({ ...leastProfile, reminders: [{ ...reminder, ...parts }] });

  it.each([
    [134, 'Tekst przypomnienia ma 134 znaki, a może mieć najwyżej 120. Skróć go o 14 znaków.'],
    [121, 'Tekst przypomnienia ma 121 znaków, a może mieć najwyżej 120. Skróć go o 1 znak.'],
    [142, 'Tekst przypomnienia ma 142 znaki, a może mieć najwyżej 120. Skróć go o 22 znaki.'],
  ])('counts the characters of a text of %i in good Polish', (length, message) => {
    expect(errorsOf(withReminder({ text: 'ż'.repeat(length) }))).toEqual([
      { path: 'reminders[0].text', message },
    ]);
  });

  it('is which condition is unknown, deep in the tree, and which there are', () => {
    expect(errorsOf(withReminder({ when: { all: [{ view: 'case' }, { not: { regex: '.*' } }] } }))).toEqual([
      {
        path: 'reminders[0].when.all[1].not.regex',
        message:
          'Nieznany warunek „regex”. Możliwe: view, system, url, caseSign, field, text, element, channel, moment, time, all, any, not.',
      },
    ]);
  });

  it('is the field of the condition that was meant, not of all the others', () => {
    const when = { all: [{ field: { label: 7 } }] };
    expect(errorsOf(withReminder({ when }))).toEqual([
      {
        path: 'reminders[0].when.all[0].field.label',
        message: 'Pole „label”: powinno tu być: tekst w cudzysłowie, a jest: liczba. Popraw tę wartość.',
      },
    ]);
  });

  it('is the nearest known name', () => {
    expect(errorsOf(withReminder({ priorty: 3 }))[0]).toEqual({
      path: 'reminders[0].priorty',
      message: 'Nieznane pole „priorty”. Jeśli chodziło o „priority”, popraw nazwę, a jeśli nie, usuń je.',
    });
    expect(errorsOf(withReminder({ moment: 'greting' }))[0]?.message).toContain('Czy chodziło o „greeting”?');
    expect(errorsOf(withReminder({ when: { veiw: 'case' } }))[0]?.message).toContain('„view”');
    expect(errorsOf(withReminder({ say: '{urzad}' }))[0]?.message).toContain('Czy chodziło o {urząd}?');
  });

  it('is which formats this version knows', () => {
    expect(errorsOf({ ...leastProfile, format: 'obok-profile/2' })).toEqual([
      {
        path: 'format',
        message:
          'Nieznany format profilu „obok-profile/2”. Ta wersja Oboka zna: obok-profile/1. Popraw pole „format” albo zaktualizuj Oboka.',
      },
    ]);
  });

  it('is the line and the character where the JSON breaks', () => {
    expect(errorsOf('{\n  "format": "obok-profile/1",\n  "id" "x"\n}')[0]?.message).toContain(
      'w wierszu 3, przy znaku 8',
    );
  });

  it('is fifty errors at most, and how many more there are', () => {
    const errors = errorsOf({ ...leastProfile, reminders: Array.from({ length: 72 }, () => 1) });
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)).toEqual({
      path: '',
      message: 'Są jeszcze 22 błędy. Popraw powyższe i sprawdź profil ponownie.',
    });
  });

  it('never shows an invisible character of the profile', () => {
    const [error] = errorsOf({ ...leastProfile, 'na\u202Eme': 1 });
    expect(error?.message).not.toMatch(/\u202E/);
  });
});

describe('a provision', () => {
  const withProvision = (id: string) => ({
    ...leastProfile,
    checklists: [{ id: 'l', name: 'Lista', items: [{ id: 'i', text: 'Punkt', provisions: [id] }] }],
  });

  it('that the standard does not have is refused, and the nearest named', () => {
    expect(errorsOf(withProvision('sok.powitanie.1'))).toEqual([]);
    expect(errorsOf(withProvision('ke.99.1'))[0]?.path).toBe('checklists[0].items[0].provisions[0]');
    expect(errorsOf(withProvision('sok.powitane.1'))[0]?.message).toContain('„sok.powitanie.1”');
  });
});

describe('a hostile file', () => {
  it('is refused when it is too big, before it is read', () => {
    const huge = 'ż'.repeat(200_000);
    for (const source of [huge, new TextEncoder().encode(huge), new Uint8Array(300_000)]) {
      expect(errorsOf(source)[0]?.message).toMatch(/^Plik ma \d+ kB, a może mieć najwyżej 256\./);
    }
  });

  it.each([['['], ['{"a":'], ['{"reminders":[{"when":{"not":']])(
    'is refused when it is nested deeply: %s',
    (open) => {
      const [error] = errorsOf(open.repeat(8_000));
      expect(error?.message).toContain('zbyt głębokie');
    },
  );

  it('takes a condition as deep as the limit allows and refuses the next', () => {
    const nested = (depth: number): object => (depth === 0 ? { view: 'case' } : { not: nested(depth - 1) });
    const reminder = { id: 'a', provisions: ['ke.7.2'], moment: 'greeting', text: 'Tekst' };
    const at = (depth: number) =>
      errorsOf({ ...leastProfile, reminders: [{ ...reminder, when: nested(depth) }] });
    expect(at(8)).toEqual([]);
    expect(at(9)[0]?.message).toContain('zbyt głębokie');
  });

  it('is refused when it holds too many values', () => {
    expect(errorsOf(`[${'1,'.repeat(25_000)}1]`)[0]?.message).toContain('zbyt wiele');
  });

  it('cannot reach a prototype', () => {
    expect(errorsOf('{"office":{"__proto__":{"name":"x"}}}')[0]).toMatchObject({ path: 'office.__proto__' });
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it('does not slow a selector down: the grammar takes steps in proportion to the text', () => {
    // Before the mending, 30 spaces took seconds and each further one doubled that; the test would not end.
    for (const part of [' ', ' > ', '[a]', 'a', '.a', '[a="', '#a ']) {
      const system = {
        id: 's',
        name: 'S',
        signals: [{ element: `a${part.repeat(118 / part.length)}!` }],
        views: [],
      };
      expect(errorsOf({ ...leastProfile, systems: [system] })).toHaveLength(1);
    }
  });

  it('never makes the parser throw: not text at all', () => {
    for (const source of [
      undefined,
      null,
      7,
      {},
      [],
      Symbol('x'),
      new Date(),
      new DataView(new ArrayBuffer(3)),
    ]) {
      expect(parseProfile(source as string).ok).toBe(false);
    }
  });
});

describe('10 000 files of chance', { timeout: 120_000 }, () => {
  const answers = (source: string | Uint8Array) => {
    const parsed = parseProfile(source);
    if (parsed.ok) return;
    expect(parsed.errors.length).toBeGreaterThan(0);
    for (const { message } of parsed.errors) expect(message).toMatch(sentence);
  };

  it('never make it throw: 3 000 of bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), answers), { seed, numRuns: 3_000 });
  });

  it('never make it throw: 3 000 with a piece of a good profile cut or replaced', () => {
    const good = JSON.stringify(fullProfile);
    const cut = fc.tuple(fc.nat(good.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([at, length, put]) => answers(good.slice(0, at) + put + good.slice(at + length))),
      { seed, numRuns: 3_000 },
    );
  });

  it('never make it throw: 4 000 with a value of a good profile replaced by another', () => {
    const places = placesIn(fullProfile);
    const change = fc.tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(change, ([place, value]) => answers(JSON.stringify(replaced(fullProfile, place, value)))),
      { seed, numRuns: 4_000 },
    );
  });
});

describe('the reading of JSON', { timeout: 120_000 }, () => {
  const takes = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('finds a fault exactly where JSON.parse does', () => {
    const good = '{"a":[1,-0.5e+3,"\\u00e9\\n",true,false,null,{}],"b":{"c":[]}}';
    const cut = fc.tuple(
      fc.nat(good.length),
      fc.nat(3),
      fc.string({ unit: fc.constantFrom(...'{}[],:"\\u0e.-+1tn \n'), maxLength: 3 }),
    );
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const text = good.slice(0, at) + put + good.slice(at + length);
        const message = errorsOf(text)[0]?.message ?? '';
        // A key given twice is told at once, before the rest is looked at.
        if (message.includes('dwa razy')) return;
        expect(takes(text), text).toBe(!message.includes('nie jest poprawny JSON'));
      }),
      { seed, numRuns: 5_000 },
    );
  });
});

it('The schema itself refuses what the parser refuses', () => {
  expect(profileSchema.safeParse({ ...leastProfile, seq: -1 }).success).toBe(false);
});

type Place = (string | number)[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, place: Place, by: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === Number(step) ? replaced(item, rest, by) : item));
  }
  const record = value as Record<string, unknown>;
  return { ...record, [step]: replaced(record[step], rest, by) };
}
