import { build } from 'wxt';

// A process of its own: under a test runner's NODE_ENV the build would take React's development half.
const [browser, outDir] = process.argv.slice(2);
if (browser && outDir) {
  await build({ root: process.cwd(), browser, outDir, filterEntrypoints: ['strip'] });
}
