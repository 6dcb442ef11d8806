import { expect, test } from 'vitest';
import { permissionSetOf, widened } from '../../run/permission-set';

const manifest = {
  permissions: ['storage', 'alarms'],
  host_permissions: [] as string[],
  optional_host_permissions: ['https://*/*'],
  content_security_policy: {
    extension_pages: "default-src 'self'; connect-src 'self' https:; base-uri 'none'",
  },
};
const after = (change: Partial<typeof manifest> & Record<string, unknown>) =>
  widened(permissionSetOf(manifest), permissionSetOf({ ...manifest, ...change }));

test('a version that asks for the same, or for less, passes', () => {
  expect(after({})).toEqual([]);
  expect(after({ permissions: ['storage'], optional_host_permissions: [] })).toEqual([]);
  expect(
    after({
      content_security_policy: { extension_pages: "default-src 'none'; connect-src 'self'; base-uri 'none'" },
    }),
  ).toEqual([]);
});

test('a new permission is told, with what browsers do to those who have the extension', () => {
  expect(after({ permissions: ['storage', 'alarms', 'tabs'] })).toEqual([
    expect.stringMatching(
      /^permissions: “tabs” is not in the last release: .*switched off in Chromium and Edge/,
    ),
  ]);
  expect(after({ host_permissions: ['https://ezd.gmina.pl/*'] })).toHaveLength(1);
  expect(after({ optional_host_permissions: ['https://*/*', 'http://*/*'] })).toHaveLength(1);
  expect(after({ optional_permissions: ['history'] })).toHaveLength(1);
  expect(after({ content_scripts: [{ matches: ['https://*/*'] }] })).toHaveLength(1);
});

test('a wider policy for extension pages is told', () => {
  const withPolicy = (extension_pages: string) => after({ content_security_policy: { extension_pages } });
  expect(withPolicy("default-src 'self'; connect-src 'self' https: http:; base-uri 'none'")).toEqual([
    'policy: connect-src allows http:, which the last release did not.',
  ]);
  expect(withPolicy("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'")).toEqual([
    "policy: script-src allows 'wasm-unsafe-eval', which the last release did not.",
  ]);
  expect(withPolicy("default-src 'self'")).toEqual([
    'policy: base-uri of the last release is gone: everything is allowed.',
  ]);
});
