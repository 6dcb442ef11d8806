import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('{entrypoints,components,lib}/**/*.{ts,tsx}').map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(file, 'utf8'),
}));
const found = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => Array.from(text.matchAll(pattern), ([one]) => `${file}: ${one}`));

test('nothing is written into a log', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(found(/\bconsole\s*(?:\.|\[)\s*['"]?\w+|\bdebugger\b|\bsendBeacon\b/g)).toEqual([]);
});

test('the text of an error, which a browser may log, holds what was counted or read of a file’s name, and of nobody', () => {
  // A new one is looked at before it is named here.
  const inTexts = sources.flatMap(({ file, text }) =>
    Array.from(text.matchAll(/new \w*(?:Error|Exception)\([^)`]*`([^`]*\$\{[^`]*)`/g), ([, said = '']) => [
      file,
      ...Array.from(said.matchAll(/\$\{(.*)\}/g), ([, value]) => value),
    ]),
  );
  expect(inTexts.sort()).toEqual([
    ['lib/calendar/opening-hours.ts', 'minutes'],
    ['lib/calendar/opening-hours.ts', 'time'],
    ['lib/calendar/warsaw.ts', 'JSON.stringify({ ...date, hour, minute: minutes })'],
    ['lib/glossary/make-forms/polimorf.ts', 'file'],
    ['lib/messaging/on-message.ts', "error instanceof Error ? error.name : 'unknown'"],
  ]);
});
