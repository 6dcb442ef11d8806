import { describe, expect, it } from 'vitest';
import { addressOf } from '@/lib/permissions';

const inChrome = { hasPorts: true };

describe('An address as a clerk types it', () => {
  it.each([
    ['ezd.gmina.pl', 'https://ezd.gmina.pl', 'https://ezd.gmina.pl/*'],
    ['  EZD.Gmina.PL/sprawy?id=12#karta ', 'https://ezd.gmina.pl', 'https://ezd.gmina.pl/*'],
    ['https://ezd.gmina.pl:8443/', 'https://ezd.gmina.pl:8443', 'https://ezd.gmina.pl:8443/*'],
    ['ezd.gmina.pl:443', 'https://ezd.gmina.pl', 'https://ezd.gmina.pl/*'],
    ['localhost:4173', 'https://localhost:4173', 'https://localhost:4173/*'],
    ['http://ezd/', 'http://ezd', 'http://ezd/*'],
    ['http://192.168.1.20/ezd', 'http://192.168.1.20', 'http://192.168.1.20/*'],
    ['http://[fe80::1]/', 'http://[fe80::1]', 'http://[fe80::1]/*'],
    ['urząd.example', 'https://xn--urzd-dta.example', 'https://xn--urzd-dta.example/*'],
  ])('is understood: %s', (text, origin, pattern) => {
    expect(addressOf(text, inChrome)).toMatchObject({ origin, pattern });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ezd', 'incomplete'],
    ['nasz system', 'nonsense'],
    ['12', 'nonsense'],
    ['ezd..gmina.pl', 'nonsense'],
    ['https://', 'nonsense'],
    ['chrome://settings', 'scheme'],
    ['file:///C:/ezd.html', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['mailto:biuro@gmina.pl', 'scheme'],
    ['https://ezd.gmina.pl@inna.example/', 'credentials'],
  ])('is refused with its reason: %s', (text, fault) => {
    expect(addressOf(text, inChrome)).toBe(fault);
  });

  it.each(['*.gmina.pl', 'https://*/', 'https://%2a.gmina.pl', 'http://*:8080'])(
    'never opens more than one host: %s',
    (text) => {
      expect(addressOf(text, inChrome)).toBe('nonsense');
    },
  );

  it('is marked where the connection is not encrypted', () => {
    expect(addressOf('http://ezd.gmina.pl', inChrome)).toMatchObject({ isPlain: true });
    expect(addressOf('ezd.gmina.pl', inChrome)).toMatchObject({ isPlain: false });
  });

  it('has no port in the pattern for Firefox, and keeps it in what the clerk reads', () => {
    expect(addressOf('http://ezd:8080', { hasPorts: false })).toMatchObject({
      origin: 'http://ezd:8080',
      pattern: 'http://ezd/*',
    });
  });
});
