import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The reader as one classic script that puts its functions on `obokPage`; what a page's isolated world would hold. */
export const bundleReader = () =>
  bundle(`import { findCaseSigns, readPage, shippedSystems } from '${at('lib/page/index.ts')}';
          import { watchPage } from '${at('lib/page/page.ts')}';
          globalThis.obokPage = { findCaseSigns, readPage, shippedSystems, watchPage };`);

/** What underlines terms, on `obokTerms`. */
export const bundleTerms = () =>
  bundle(`import { compileGlossary, compileInSteps, highlightPaint, highlightRule, watchTerms } from '${at('lib/glossary/page.ts')}';
          globalThis.obokTerms = { compileGlossary, compileInSteps, highlightPaint, highlightRule, watchTerms };`);

async function bundle(code: string): Promise<string> {
  const entry = 'virtual:bundled';
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': at('.') } },
    plugins: [
      {
        name: 'bundled-entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: { write: false, minify: true, rollupOptions: { input: entry, output: { format: 'iife' } } },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output?.output.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('A script for the page could not be bundled.');
  return chunk.code;
}
