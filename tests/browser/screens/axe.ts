import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA with all it is built on, and what axe's authors hold to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What depends on colours and sizes; all else is the same in each look of the same screen. */
const ofLook = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

/**
 * Runs axe in a page; the debugger's evaluate is stopped by no CSP.
 *
 * @param isSeenBefore this very screen was looked at whole in another theme or size: only what depends on these is asked
 */
export async function expectNothingFound(
  page: { evaluate(script: string): Promise<unknown> },
  screen: string,
  isSeenBefore = false,
): Promise<void> {
  // Half a megabyte is sent and read once for a page, not for each look at it.
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(`(() => { ${source} })()`);
  const runOnly = isSeenBefore ? { type: 'rule', values: ofLook } : { type: 'tag', values: tags };
  const { violations, passes } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })
       .then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
  )) as { violations: Finding[]; passes: number };
  const found = violations.map(({ id, help, nodes }) => ({
    screen,
    rule: `${id}: ${help}`,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
  // An empty page has nothing to be found either.
  expect(passes).toBeGreaterThan(isSeenBefore ? 0 : 5);
}
