import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

/** The reader as one classic script that puts its functions on `obokPage`; what a page's isolated world would hold. */
export async function bundleReader(): Promise<string> {
  const entry = 'virtual:reader';
  const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': at('.') } },
    plugins: [
      {
        name: 'reader-entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `import { findCaseSigns, readPage, shippedSystems } from '${at('lib/page/index.ts')}';
               import { watchPage } from '${at('lib/page/page.ts')}';
               globalThis.obokPage = { findCaseSigns, readPage, shippedSystems, watchPage };`
            : null,
      },
    ],
    build: { write: false, minify: true, rollupOptions: { input: entry, output: { format: 'iife' } } },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output?.output.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The reader could not be bundled.');
  return chunk.code;
}
