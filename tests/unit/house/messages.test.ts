import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '@/lib/messaging';

const sources = globSync('{entrypoints,components,lib}/**/*.{ts,tsx}').map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(file, 'utf8'),
}));
const thatHave = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('messages are listened to in one place, and sent in two', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(thatHave(/runtime\s*\.\s*onMessage\b/)).toEqual(['lib/messaging/incoming.ts']);
  expect(thatHave(/runtime\s*\.\s*sendMessage\b/)).toEqual(['lib/messaging/send-to-background.ts']);
  expect(thatHave(/tabs\s*\.\s*sendMessage\b/)).toEqual(['lib/messaging/send-to-page.ts']);
});

test('nothing listens to other extensions, to ports, or to what a page posts', () => {
  expect(
    thatHave(
      /\bon(?:Message|Connect)External\b|\bonUserScript(?:Message|Connect)\b|\bonConnect\b|\b(?:runtime|tabs)\s*\.\s*connect|addEventListener\(\s*['"]message/,
    ),
  ).toEqual([]);
  // Among the extension's own pages: a script of ours in a page would be in a channel of the page's origin.
  expect(thatHave(/\bpostMessage\b|\b(?:Broadcast|Message)Channel\(/)).toEqual(['lib/store/keep-open.ts']);
});

test('every kind for the background is handled there, every kind for a page in its script, and no other', () => {
  const heard = (folder: RegExp) =>
    new Set(
      sources
        .filter(({ file }) => folder.test(file))
        .flatMap(({ text }) => Array.from(text.matchAll(/\bonMessage\(\s*'([^']+)'/g), ([, kind]) => kind)),
    );
  const all = Object.keys(rules);
  expect([...heard(/^entrypoints\/background\//)].sort()).toEqual(
    all.filter((kind) => kind.includes('→background')).sort(),
  );
  expect([...heard(/^entrypoints\/\w+\.content\//)].sort()).toEqual(
    all.filter((kind) => kind.startsWith('background→')).sort(),
  );
  const elsewhere = /^(?!entrypoints\/(?:background|\w+\.content)\/)/;
  expect([...heard(elsewhere)]).toEqual([]);
});
