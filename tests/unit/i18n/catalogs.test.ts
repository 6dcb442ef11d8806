import { describe, expect, it } from 'vitest';
import { askedBy, catalogOf, namespacesOf, pluralOf, sources } from './catalogs';

const catalogs = { pl: catalogOf('pl'), en: catalogOf('en') };
const languages = ['pl', 'en'] as const;
const plurals = { pl: ['few', 'many', 'one', 'other'], en: ['one', 'other'] };
const code = sources();

const keysAskedBy = (language: 'pl' | 'en') => new Set([...catalogs[language].keys()].map(askedBy));
const namespaces = new Set(namespacesOf('pl'));

/** Keys made at run time, each with the part that stands in the code and why it must be so. */
const dynamic: Record<string, string> = {
  // The panel and the reminders name each view, moment and channel by its id.
  'common:view.': 'View',
  'common:moment.': 'Moment',
  'common:channel.': 'Channel',
  'common:system.': 'a page whose system is not recognised',
};

/** `translate('key')`, `t("key")`, and templates up to their first `${`. */
function asked(): { key: string; whole: boolean; path: string }[] {
  const call = /\b(?:translate|t)\(\s*(?:'([^']+)'|"([^"]+)"|`([^`$]*)(\$\{)?)/g;
  return [...code].flatMap(([path, source]) =>
    [...source.matchAll(call)].map(([, single, double, template = '', opens]) => {
      const key = single ?? double ?? template;
      return { key: key.includes(':') ? key : `common:${key}`, whole: opens === undefined, path };
    }),
  );
}

describe('The catalogs of texts', () => {
  it('are divided alike in both languages', () => {
    expect(namespacesOf('en')).toEqual(namespacesOf('pl'));
  });

  it('say the same things in Polish and in English', () => {
    expect([...keysAskedBy('en')].sort()).toEqual([...keysAskedBy('pl')].sort());
  });

  it.each(languages)('have every plural form of their language, and no other: %s', (language) => {
    const forms = new Map<string, string[]>();
    for (const key of catalogs[language].keys()) {
      const form = pluralOf(key);
      if (form !== null) forms.set(askedBy(key), [...(forms.get(askedBy(key)) ?? []), form]);
    }
    for (const [key, has] of forms) expect([key, ...has.sort()]).toEqual([key, ...plurals[language]]);
  });

  it('fill the same variables in both languages', () => {
    const variables = (language: 'pl' | 'en') => {
      const found = new Map<string, Set<string>>();
      for (const [key, text] of catalogs[language]) {
        const names = found.get(askedBy(key)) ?? new Set();
        for (const [, name = ''] of text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)) names.add(name);
        found.set(askedBy(key), names);
      }
      return Object.fromEntries([...found].map(([key, names]) => [key, [...names].sort()]).sort());
    };
    expect(variables('en')).toEqual(variables('pl'));
  });

  it.each(languages)('leave nothing empty, nor with blanks at its ends: %s', (language) => {
    for (const [key, text] of catalogs[language]) {
      expect([key, text.trim() !== '' && text.trim() === text]).toEqual([key, true]);
    }
  });

  it.each(languages)('leave no brace open: %s', (language) => {
    for (const [key, text] of catalogs[language]) {
      expect([key, text.replace(/\{\{[^{}]+\}\}/g, '')]).toEqual([
        key,
        expect.not.stringMatching(/\{\{|\}\}/),
      ]);
    }
  });

  it('hold every text that a screen asks for', () => {
    const known = keysAskedBy('pl');
    const lacking = asked()
      .filter(({ key }) => namespaces.has(key.split(':')[0] ?? ''))
      .filter(({ key, whole }) =>
        whole ? !known.has(key) : ![...known].some((each) => each.startsWith(key)),
      );
    expect(lacking.map(({ key, path }) => `${path}: ${key}`)).toEqual([]);
  });

  it('hold no text that nothing asks for', () => {
    const prefixes = [
      ...Object.keys(dynamic),
      ...asked()
        .filter(({ whole, key }) => !whole && !key.endsWith(':'))
        .map(({ key }) => key),
    ];
    // A key may also be handed on before it is translated: `{ title: 'panel:first.title' }`.
    const everything = [...code.values()].join('\n');
    const idle = [...keysAskedBy('pl')].filter(
      (key) =>
        !prefixes.some((prefix) => key.startsWith(prefix)) &&
        // The strip takes its catalog as an object, without i18next: `words.done`.
        !(key.startsWith('strip:') && everything.includes(`words.${key.slice('strip:'.length)}`)) &&
        // So does the card that explains a word in the page.
        !(key.startsWith('glossary:card.') && everything.includes(`words.${key.split('.')[1]}`)) &&
        // And so does the background those of a notification.
        !(key.startsWith('callbacks:notification.') && everything.includes(`words.${key.split('.')[1]}`)) &&
        ![key, key.replace(/^common:/, '')].some((written) =>
          ["'", '"', '`'].some((quote) => everything.includes(quote + written + quote)),
        ),
    );
    expect(idle).toEqual([]);
  });
});
