import { expect, it } from 'vitest';
import { isHostPermitted, siteGrants } from '@/lib/permissions';

it.each([
  ['https://umowy.gmina.pl/*', 'umowy.gmina.pl', true],
  ['https://umowy.gmina.pl/*', 'Umowy.gmina.pl', true],
  ['https://umowy.gmina.pl/*', 'umowy', true],
  ['https://umowy.gmina.pl/*', 'podatki.gmina.pl', false],
  // In Chromium a grant may name its port; where it names none it is of all.
  ['http://umowy:8080/*', 'umowy:8080', true],
  ['http://umowy:8080/*', 'umowy:9090', false],
  ['http://umowy/*', 'umowy:9090', true],
  ['http://umowy:8080/*', 'umowy', true],
  // As a policy may grant it.
  ['https://*.gmina.pl/*', 'umowy.gmina.pl', true],
  ['https://*.gmina.pl/*', 'gmina.pl', true],
  ['https://*.gmina.pl/*', 'innagmina.pl', false],
  ['*://*/*', 'umowy.gmina.pl', true],
  ['<all_urls>', 'umowy.gmina.pl', true],
  // The beginning of anybody's name.
  ['https://umowy.gmina.pl/*', 'umowy.', null],
  ['https://umowy.gmina.pl/*', '', null],
])('with %s the server „%s” is permitted: %s', (grant, host, isPermitted) => {
  expect(isHostPermitted(host, siteGrants([grant], []))).toBe(isPermitted);
});

it('without any grant no server is permitted', () => {
  expect(isHostPermitted('umowy.gmina.pl', [])).toBe(false);
});
