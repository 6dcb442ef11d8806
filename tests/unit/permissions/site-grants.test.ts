import { expect, it } from 'vitest';
import { siteGrants } from '@/lib/permissions';

it('Granted addresses are listed once, sorted, the office’s own marked', () => {
  expect(
    siteGrants(
      ['https://ezd.gmina.pl/*', 'http://ezd:8080/*', 'https://dokus.example/*'],
      ['https://ezd.gmina.pl/*'],
    ),
  ).toEqual([
    { pattern: 'http://ezd:8080/*', origin: 'http://ezd:8080', isFixed: false },
    { pattern: 'https://dokus.example/*', origin: 'https://dokus.example', isFixed: false },
    { pattern: 'https://ezd.gmina.pl/*', origin: 'https://ezd.gmina.pl', isFixed: true },
  ]);
});

it('What is no web address is not listed', () => {
  expect(siteGrants(['file:///*', 'chrome://favicon/*'], [])).toEqual([]);
});
