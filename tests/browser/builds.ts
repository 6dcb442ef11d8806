import { existsSync } from 'node:fs';

function built(path: string, how: string): string {
  if (!existsSync(`${path}/manifest.json`))
    throw new Error(`There is no build at ${path}; make it with: ${how}`);
  return path;
}

const hosts = 'OBOK_OUT=.output/test/hosts OBOK_HOSTS=http://localhost,http://ezdrp-web.gmina.localhost';

/** The builds that browser tests use; `npm test` makes them first. */
export const builds = {
  /** As a store hands it out: no host permission at install. */
  chromium: () => built('.output/chrome-mv3', 'npm run build'),
  edge: () => built('.output/edge-mv3', 'npm run build:edge'),
  firefox: () => built('.output/firefox-mv3', 'npm run build:firefox'),
  /** With the demo office's host permitted at build time. */
  chromiumWithHosts: () => built('.output/test/hosts/chrome-mv3', `${hosts} npm run build`),
  firefoxWithHosts: () => built('.output/test/hosts/firefox-mv3', `${hosts} npm run build:firefox`),
};
