import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builds } from './builds';

const permissions = ['activeTab', 'alarms', 'notifications', 'scripting', 'storage', 'unlimitedStorage'];
/** What a person is asked for, or an office allows, without being asked again. */
const expected = {
  chromium: { permissions: [...permissions, 'sidePanel'], hosts: [] },
  edge: { permissions: [...permissions, 'sidePanel'], hosts: [] },
  firefox: { permissions, hosts: [] },
  chromiumWithHosts: {
    permissions: [...permissions, 'sidePanel'],
    hosts: ['http://localhost/*', 'http://ezdrp-web.gmina.localhost/*'],
  },
  firefoxWithHosts: { permissions, hosts: ['http://localhost/*', 'http://ezdrp-web.gmina.localhost/*'] },
};

describe.each(Object.keys(expected) as (keyof typeof expected)[])('the manifest of %s', (build) => {
  const manifest = JSON.parse(readFileSync(`${builds[build]()}/manifest.json`, 'utf8'));

  test('asks at install for the hosts it was built for, the store’s for none', () => {
    expect(manifest.host_permissions).toEqual(expected[build].hosts);
  });

  test('asks for no other permission than those', () => {
    expect([...manifest.permissions].sort()).toEqual([...expected[build].permissions].sort());
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('puts no script into a page by itself and shows a page no file of its own', () => {
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('names the schema of the administrator’s policy where the browser wants one, and it is there to the letter', () => {
    const wanted = build.startsWith('firefox') ? undefined : 'managed-schema.json';
    expect(manifest.storage?.managed_schema).toBe(wanted);
    if (wanted)
      expect(readFileSync(`${builds[build]()}/${wanted}`, 'utf8')).toBe(
        readFileSync(`public/${wanted}`, 'utf8'),
      );
  });

  test('is the one that was looked at', async () => {
    const read = `${JSON.stringify({ ...manifest, version: '0.0.0' }, null, 2)}\n`;
    await expect(read).toMatchFileSnapshot(`manifests/${build}.txt`);
  });
});
