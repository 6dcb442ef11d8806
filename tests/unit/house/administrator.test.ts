import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromJSONSchema, toJSONSchema } from 'zod';
import { readPolicy } from '@/lib/policy';

const page = readFileSync('docs/administrator.pl.md', 'utf8');
const filesOf = (kind: string) =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\``, 'gms')), ([, text = '']) => text);
const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
/** As a browser holds a policy against it, and stricter: a name that the schema has not got is a mistake. */
const shipped = fromJSONSchema(closed(schema) as Parameters<typeof fromJSONSchema>[0]);

function closed(part: unknown): unknown {
  if (Array.isArray(part) || typeof part !== 'object' || part === null) return part;
  const parts = Object.fromEntries(Object.entries(part).map(([name, one]) => [name, closed(one)]));
  return 'properties' in parts ? { ...parts, additionalProperties: false } : parts;
}

/** The id that Chromium makes of a manifest's key. */
const [key = ''] = /MIIB[A-Za-z0-9+/=]+/.exec(readFileSync('wxt.config.ts', 'utf8')) ?? [];
const id = createHash('sha256')
  .update(Buffer.from(key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

interface Tree {
  [name: string]: string | Tree;
}

/** What Windows makes of a `.reg` file: keys in keys, values in them. Throws at a line that it would not take. */
function registryOf(text: string): Tree {
  const [head, ...lines] = text.split('\n');
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error(`No head: ${head}`);
  const root: Tree = {};
  let open: Tree | null = null;
  for (const line of lines) {
    const section = /^\[(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line);
    const value = /^"((?:[^"\\]|\\["\\])+)"="((?:[^"\\]|\\["\\])*)"$/.exec(line);
    if (section) {
      let at = root;
      for (const name of (section[1] ?? '').split('\\')) {
        at[name] ??= {};
        at = at[name] as Tree;
      }
      open = at;
    } else if (value && open) open[value[1] ?? ''] = (value[2] ?? '').replaceAll(/\\(["\\])/g, '$1');
    else if (line !== '') throw new Error(`No line of a registry file: ${line}`);
  }
  return root;
}

/** A key whose values are numbered from one is a list. */
const listed = (tree: string | Tree | undefined): unknown =>
  typeof tree !== 'object'
    ? tree
    : Object.keys(tree).every((name, index) => name === `${index + 1}`)
      ? Object.values(tree)
      : Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, listed(one)]));

interface Ordered {
  forced: unknown;
  policy: unknown;
}
const inRegistry = (text: string, vendor: string, name: string): Ordered => {
  const at = (...path: string[]) =>
    path.reduce<unknown>(
      (tree, step) => (tree as Record<string, unknown> | undefined)?.[step],
      listed(registryOf(text)),
    );
  const browser = ['HKEY_LOCAL_MACHINE', 'Software', 'Policies', vendor, name];
  return {
    forced: at(...browser, 'ExtensionInstallForcelist'),
    policy: at(...browser, '3rdparty', 'extensions', id, 'policy'),
  };
};

const [chromeReg = '', edgeReg = '', ...otherRegs] = filesOf('reg');
const [chromiumJson = '', firefoxJson = '', ...otherJson] = filesOf('json');
const firefox = JSON.parse(firefoxJson).policies;
const chromium = JSON.parse(chromiumJson);
const files: Record<string, Ordered> = {
  'Chrome on Windows': inRegistry(chromeReg, 'Google', 'Chrome'),
  'Edge on Windows': inRegistry(edgeReg, 'Microsoft', 'Edge'),
  'Chrome, Edge and Chromium on Linux': {
    forced: chromium.ExtensionInstallForcelist,
    policy: chromium['3rdparty'].extensions[id],
  },
  Firefox: {
    forced: Object.entries(firefox.ExtensionSettings),
    policy: firefox['3rdparty'].Extensions['obok@obok.example'],
  },
};

describe('The ready policy files of the administrator’s guide', () => {
  it('are four, one for each way', () => {
    expect([otherRegs, otherJson]).toEqual([[], []]);
    expect(id).toMatch(/^[a-p]{32}$/);
    for (const place of ['/etc/opt/chrome/', '/etc/opt/edge/', '/etc/chromium/', '/etc/firefox/'])
      expect(page).toContain(`${place}policies/`);
  });

  it.each(Object.entries(files))(
    '%s: is what the shipped schema lets through, and Obok reads all of it',
    (_, { policy }) => {
      expect(shipped.safeParse(policy).error?.issues).toBeUndefined();
      const read = readPolicy(policy);
      expect(read.faults).toEqual([]);
      expect(Object.keys(read.policy).sort()).toEqual(Object.keys(policy as object).sort());
      expect(policy).toEqual(files.Firefox?.policy);
    },
  );

  it.each(Object.entries(files).filter(([name]) => name !== 'Firefox'))(
    '%s: installs the office’s build by its id',
    (_, { forced }) => {
      expect(forced).toEqual([`${id};https://intranet.gmina.pl/obok/update.xml`]);
    },
  );

  it('Firefox: installs it by the id of the manifest', () => {
    const [, gecko] = /gecko: \{\s*id: '([^']+)'/.exec(readFileSync('wxt.config.ts', 'utf8')) ?? [];
    expect(files.Firefox?.forced).toEqual([
      [
        gecko,
        { installation_mode: 'force_installed', install_url: expect.stringMatching(/^https:.*\.xpi$/) },
      ],
    ]);
  });

  it('would be found wrong, were a name misspelt or a value of another kind', () => {
    const { policy } = files.Firefox as { policy: object };
    for (const wrong of [
      { profileURL: 'https://a.pl/p' },
      { signingKeys: 'x' },
      { enforced: { language: 'de' } },
      { defaults: { urząd: 'x' } },
    ])
      expect(shipped.safeParse({ ...policy, ...wrong }).success).toBe(false);
  });
});

it('The schema is one that Chrome and Edge load: each part has one type, a list says of what', () => {
  expect(toJSONSchema(shipped)).toMatchObject({ type: 'object' });
  const look = (part: Record<string, unknown>) => {
    expect(['object', 'string', 'array', 'boolean']).toContain(part.type);
    for (const one of Object.values((part.properties ?? {}) as Record<string, never>)) look(one);
    if (part.type === 'array') look(part.items as Record<string, unknown>);
    expect(Object.keys(part).filter((name) => !known.includes(name))).toEqual([]);
  };
  const known = ['type', 'title', 'description', 'properties', 'items', 'enum'];
  look(schema);
});
