import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Fixes the id of the enterprise build, so that a policy can name it. A public store assigns its own. */
const enterpriseKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAhRURd9pB9OLk+9GjKWxEUIRPAhbJJNG4J3M1F6kkKOMUnOJvLd3M5GPNQwFy7puRf2J6ua9Ljt3txEmT2fcjbyp/tLD2uqsB9ZUBOZGSY+Jj3yYvaoKHxdQnXohrtq1aPLX6gcAQ22/P45jXCmzgOusyUTtckE0UJkM8mE7v/JT/nnSpULCAniN6OtRQmUefak1wJgjBfRzEuQ0QziURmMYe2uITnO5TTZWqd1MpII36fRHtLtGY+bpHN74zikM5GTRxlYqlLGcZRBhrPQSGIfTiB9CmylKZxYYhH6FJ3ehlVsOtFgTl5Us2ecEICC9nn1bSe5AFC1N9OJDYZ3HPUwIDAQAB';

/**
 * Origins fixed at build time (`OBOK_HOSTS=https://ezd.gmina.pl,http://localhost:4173`): the enterprise build and the
 * one that browser tests use. The public build asks for none at install.
 */
const fixedHosts = (process.env.OBOK_HOSTS ?? '')
  .split(',')
  .map((origin) => origin.trim())
  .filter((origin) => origin !== '')
  .map((origin) => new URL(origin));

/** Firefox knows no port in a match pattern and would drop the whole pattern. */
const patternOf = ({ protocol, host, hostname }: URL, browser: string) =>
  `${protocol}//${browser === 'firefox' ? hostname : host}/*`;

/** Folders of the packages of which something stands in what is built. */
const parts = new Set<string>();

/** Which package a module came from; what the bundler itself puts into a build is of a package, too. */
function packageOf(id: string): string | undefined {
  const [own] = /(?<=^\0)(?:vite|rolldown)(?=\/)/.exec(id) ?? [];
  if (own) return `node_modules/${own}`;
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
}

/** Looks which packages are shipped; a package that is only asked for types, or of which nothing is used, is not. */
const countParts: Plugin = {
  name: 'count-parts',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { code }] of Object.entries(chunk.modules)) {
        const folder = packageOf(id);
        if (code && folder) parts.add(folder);
      }
    }
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  // Tests keep builds of their own beside the one for the store.
  outDir: process.env.OBOK_OUT ?? '.output',
  manifestVersion: 3,
  vite: () => ({
    plugins: [countParts],
    resolve: {
      // WXT's own context talks to the page, and the page can end it (see the file).
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('lib/page/content-script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    'build:done': ({ config: { browser, outBaseDir } }) =>
      writeFileSync(
        join(outBaseDir, `${browser}-parts.json`),
        `${JSON.stringify([...parts].sort(), null, 2)}\n`,
      ),
  },
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'pl',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'notifications'],
    host_permissions: fixedHosts.map((origin) => patternOf(origin, browser)),
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The one request that Obok may make is for a profile: at an https address that was given, or on this computer.
    // React Aria puts rules for touch into a page; no style can load anything from elsewhere.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'",
    },
    action: { default_title: '__MSG_openPanel__' },
    // Chromium keeps A, B, C, N, P, R, T, W, X and Z with Alt+Shift for itself (measured on 156), and gives none of them.
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_openPanel__',
      },
      'go-to-reminder': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_goToReminder__',
      },
      'quick-callback': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_quickCallback__',
      },
      'client-at-desk': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_clientAtDesk__',
      },
      // A browser takes four suggested keys; a clerk may give this one a key of her own.
      'start-service': { description: '__MSG_startService__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'obok@obok.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '137',
          storage: { managed_schema: 'managed-schema.json' },
          ...(fixedHosts.length > 0 ? { key: enterpriseKey } : {}),
        }),
  }),
});
