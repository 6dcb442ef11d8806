import { existsSync, globSync, readFileSync } from 'node:fs';

/** A line for each screen that a browser test looked at in every theme: its name, and the classes that stood on it. */
export const lookedFile = '.output/test/looked.txt';

/** Where Obok's own pages have their looks; what stands in an office's page is looked at by tests of its own. */
const sheets = ['components/**/*.css', 'entrypoints/{options,sidepanel}/*.css'];
const inOfficePage = ['components/strip/strip.css'];

/** What no screen shows: it is printed, dragged over, or gone as soon as it is there. */
const unseen: Record<string, string> = {};

/** Classes that have a look of their own and stood on no screen that was looked at; empty where nothing is missing. */
export function notLookedAt(): string[] {
  const looked = new Set(existsSync(lookedFile) ? readFileSync(lookedFile, 'utf8').split(/\s+/) : []);
  const styled = globSync(sheets)
    .filter((path) => !inOfficePage.includes(path))
    .flatMap(
      (path) =>
        readFileSync(path, 'utf8')
          .replace(/\/\*.*?\*\//gs, '')
          .match(/\.[a-z][\w-]*(?=[^{}]*\{)/g) ?? [],
    )
    .map((name) => name.slice(1));
  return [...new Set(styled)].filter((name) => !looked.has(name) && !(name in unseen)).sort();
}
