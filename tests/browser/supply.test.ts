// What was built, as a store's reviewer and a careful administrator look at it. No browser is started.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../run/pack.ts';
import { partsList, partsOf } from '../run/parts.ts';
import { type PermissionSet, permissionSetOf, widened } from '../run/permission-set.ts';
import { builds } from './builds';

const stores = ['chromium', 'edge', 'firefox'] as const;
const browsers = ['chrome', 'edge', 'firefox'];

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Calls `look` with each node of a script and the node it stands in. */
function walk(
  node: unknown,
  look: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  if (Array.isArray(node)) for (const one of node) walk(one, look, parent);
  else if (node !== null && typeof node === 'object' && 'type' in node) {
    look(node as Node, parent);
    for (const child of Object.values(node)) walk(child, look, node as Node);
  }
}

const named = (node: unknown, name: string) =>
  (node as Node | undefined)?.type === 'Identifier' && (node as Node).name === name;

/** Places of a script that make code of text, or take it from elsewhere. */
function foreignCode(script: string): string[] {
  const found: string[] = [];
  walk(parseAst(script), (node, parent) => {
    const tell = (what: string) =>
      found.push(`${what}: ${script.slice(Number(node.start), Number(node.start) + 80)}`);
    const isKey =
      (parent?.type === 'MemberExpression' || parent?.type === 'Property') &&
      parent.computed !== true &&
      (parent.property === node || (parent.key === node && parent.shorthand !== true));
    if (named(node, 'eval') && !isKey) tell('eval');
    // `Function.prototype`, `x instanceof Function` make no code.
    const isHarmless =
      isKey ||
      (parent?.type === 'MemberExpression' && parent.object === node) ||
      (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof');
    if (named(node, 'Function') && !isHarmless) tell('Function');
    if (named(node, 'importScripts') && !isKey) tell('importScripts');
    if (node.type === 'ImportExpression' || node.type === 'ImportDeclaration') {
      const { type, value } = node.source as { type: string; value?: unknown };
      if (type === 'TemplateLiteral' || typeof value !== 'string' || !/^[./]/.test(value)) {
        const text = script.slice(Number((node.source as Node).start), Number((node.source as Node).end));
        if (!/^[`'"]\.{0,2}\/[^$]*[`'"]$/.test(text)) tell('import');
      }
    }
    if (node.type === 'CallExpression') {
      const { callee, arguments: [first] = [] } = node as unknown as { callee: Node; arguments: Node[] };
      const isTimer = ['setTimeout', 'setInterval'].some((timer) => named(callee, timer));
      if (isTimer && (first?.type === 'TemplateLiteral' || typeof first?.value === 'string'))
        tell('timer of text');
    }
  });
  return found;
}

describe.each(stores)('What is built for %s', (store) => {
  const folder = builds[store]();
  const files = filesIn(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json'));

  test('makes no code of text and loads none from elsewhere', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.flatMap((file) => foreignCode(read(file)).map((found) => `${file}: ${found}`))).toEqual(
      [],
    );
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const [, ...tags] = read(page).split('<script');
      expect(tags.length).toBeGreaterThan(0);
      for (const tag of tags) expect(tag).toMatch(/^[^>]* src="\/[^"/][^"]*"[^>]*><\/script>/);
      expect(read(page)).not.toMatch(/<link[^>]+href="(?!\/[^/])|\son\w+=|<base|<iframe/i);
    }
    expect(files.filter((file) => /\.(wasm|exe|dll|so|node|map)$/.test(file))).toEqual([]);
  });

  test('asks for nothing, and allows its pages nothing, beyond the last release', () => {
    const released = JSON.parse(readFileSync('tests/run/released.json', 'utf8')) as Record<
      string,
      PermissionSet
    >;
    expect(widened(released[store] as PermissionSet, permissionSetOf(manifest))).toEqual([]);
  });

  test('lets its pages and its background reach nothing but itself and a profile’s address', () => {
    const { policy } = permissionSetOf(manifest);
    expect(policy['connect-src']).toEqual(["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*']);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['default-src']).toEqual(["'none'"]);
    const others = Object.entries(policy).filter(([name]) => name !== 'connect-src');
    expect(others.flatMap(([, sources]) => sources).filter((source) => /[.*]|^https?:/.test(source))).toEqual(
      [],
    );
  });

  test.runIf(store === 'firefox')('says that it collects no data', () => {
    expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
      required: ['none'],
    });
  });
});

test.each([
  ['eval("1")', 'eval'],
  ['(0, eval)("1")', 'eval'],
  ['new Function("return 1")', 'Function'],
  ['const F = Function; F("")', 'Function'],
  ['import("https://x.example/a.js")', 'import'],
  ['import(where)', 'import'],
  ['importScripts("https://x.example/a.js")', 'importScripts'],
  ['setTimeout("1", 5)', 'timer of text'],
])('%s is found', (script, what) => {
  expect(foreignCode(script)).toEqual([expect.stringContaining(what)]);
  expect(
    foreignCode('window.x = { eval: 1 }; f instanceof Function; Function.prototype; import(`./a.js`)'),
  ).toEqual([]);
});

/** The licence of a package, without those of what its builders bundled for themselves. */
function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return (text.split('\n# Licenses of bundled dependencies')[0] ?? '').trim();
}

test('notices.txt, which is shipped, holds the licence of everything that is shipped, and of nothing else', async () => {
  const shipped = partsOf(browsers);
  expect(
    shipped.filter(({ licence }) => !/^(MIT|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD|MPL-2\.0)$/.test(licence)),
  ).toEqual([]);
  const notices = [
    ...shipped.map(({ name, version, licence, folder }) => ({
      name: `${name}@${version}`,
      licence,
      text: licenceText(folder),
    })),
    // Forms of Polish words are data made from a dictionary (docs/glossary.md).
    {
      name: 'PoliMorf 2.1, Polish words (from sjp.pl and SGJP), of which lib/glossary holds a part',
      licence: 'BSD-2-Clause',
      text: readFileSync('lib/glossary/make-forms/polimorf-licence.txt', 'utf8').trim(),
    },
  ].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const page = notices
    .map(({ name, licence, text }) => `${name}\n${licence}\n\n${text}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`);
  await expect(`Obok is licensed under the EUPL-1.2. It contains:\n\n${page}\n`).toMatchFileSnapshot(
    '../../public/notices.txt',
  );
  for (const store of stores) expect(existsSync(`${builds[store]()}/notices.txt`)).toBe(true);
});

test('every dependency of the product is shipped; what is not belongs to those for building', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = partsOf(browsers).map(({ name }) => name);
  expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([]);
});

test('the list of parts names all that is shipped, and is the same each time', () => {
  const list = JSON.parse(partsList(browsers)) as { components: { name: string; version: string }[] };
  expect(list.components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
    partsOf(browsers)
      .map(({ name, version }) => `${name}@${version}`)
      .sort(),
  );
  expect(partsList(browsers)).toBe(partsList(browsers));
});
