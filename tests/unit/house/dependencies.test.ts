import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const all = { ...dependencies, ...devDependencies };

test('every dependency has a line in docs/dependencies.md', () => {
  const page = readFileSync('docs/dependencies.md', 'utf8');
  expect(Object.keys(all).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
