import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';

/** Ways by which a script in a page speaks with the page, or hears it: a page could listen, or speak for us. */
const channels =
  /wxt:content-script|(?:window|parent|top|globalThis)\.postMessage|new (?:window\.)?CustomEvent|addEventListener\(\s*["'`]message\b/;

describe.each(['chromiumWithHosts', 'firefoxWithHosts'] as const)('the scripts for pages of %s', (build) => {
  const folder = `${builds[build]()}/content-scripts`;
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));

  test('are those that were looked at', () => {
    expect(scripts.sort()).toEqual(['page.js', 'point.js', 'skeleton.js', 'strip.js', 'terms.js', 'text.js']);
  });

  test.each(scripts)('%s has no channel to the page and names no part of WXT that had one', (script) => {
    expect(readFileSync(`${folder}/${script}`, 'utf8').match(channels)).toBeNull();
  });
});
