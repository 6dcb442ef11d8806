import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builds } from './builds';

describe.each(['chromium', 'edge', 'firefox'] as const)('the manifest of %s', (browser) => {
  const manifest = JSON.parse(readFileSync(`${builds[browser]()}/manifest.json`, 'utf8'));

  test('asks for no host at install', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  test('is the one that was looked at', async () => {
    await expect(`${JSON.stringify({ ...manifest, version: '0.0.0' }, null, 2)}\n`).toMatchFileSnapshot(
      `manifests/${browser}.json`,
    );
  });
});
