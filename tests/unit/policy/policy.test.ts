import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPolicy, readPolicy } from '@/lib/policy';

const key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqw'.padEnd(43, 'A').concat('=');

describe('A policy', () => {
  it('is taken as the administrator wrote it', () => {
    const raw = {
      officeProfile: '{"format":"obok-profile/1"}\n',
      referatProfile: ' {} ',
      profileUrl: 'https://intranet.gmina.pl/obok/fn.json',
      signingKeys: [key, `${key} `],
      defaults: { office: 'Urząd Gminy Gostynin', phone: '24 235 00 00' },
      enforced: { language: 'pl', referat: 'Referat Finansowy' },
    };
    expect(readPolicy(raw)).toEqual({ policy: { ...raw, signingKeys: [key, key] }, faults: [] });
  });

  it('that is empty says nothing', () => {
    expect(readPolicy({})).toEqual({ policy: noPolicy, faults: [] });
  });

  it('holds in what is right, and tells what is not and where', () => {
    const { policy, faults } = readPolicy({
      officeProfile: 7,
      profileURL: 'https://a.pl/p.json',
      profileUrl: 'http://intranet.gmina.pl/p.json',
      signingKeys: [key, 'krótki', 3],
      defaults: ['pl'],
      enforced: { language: 'de', office: '  ', phone: 'x'.repeat(121), name: 'Anna', referat: 'Referat' },
    });
    expect(policy).toEqual({ ...noPolicy, signingKeys: [key], enforced: { referat: 'Referat' } });
    expect(faults).toEqual([
      { path: 'officeProfile', is: 'not-text' },
      { path: 'profileURL', is: 'unknown' },
      { path: 'profileUrl', is: 'bad-address' },
      { path: 'signingKeys[1]', is: 'bad-key' },
      { path: 'signingKeys[2]', is: 'bad-key' },
      { path: 'defaults', is: 'not-object' },
      { path: 'enforced.language', is: 'bad-language' },
      { path: 'enforced.office', is: 'empty' },
      { path: 'enforced.phone', is: 'too-long' },
      { path: 'enforced.name', is: 'unknown' },
    ]);
  });

  it('whose every key is misspelt lets nothing in, rather than everything', () => {
    expect(readPolicy({ signingKeys: ['pomyłka'] }).policy.signingKeys).toHaveLength(1);
  });

  it('never throws, whatever the browser hands over', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => void readPolicy(raw)),
      { numRuns: 1_000, seed: 20261127 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('officeProfile', 'profileUrl', 'signingKeys', 'defaults', 'enforced', 'x'),
          fc.anything(),
        ),
        (raw) => void readPolicy(raw),
      ),
      { numRuns: 1_000, seed: 20261127 },
    );
  });

  it('takes an address only where nobody on the way can change what comes from it', () => {
    const addressOf = (profileUrl: string) => readPolicy({ profileUrl }).policy.profileUrl;
    for (const good of [
      'https://a.pl/p.json',
      'https://10.0.0.5:8443/p',
      'http://localhost:4173/p',
      'http://127.0.0.1/p',
    ])
      expect(addressOf(good)).toBe(good);
    for (const bad of [
      'http://a.pl/p',
      'a.pl/p',
      'file:///p',
      'javascript:1',
      'https://',
      'https://a@b.pl/p',
      'http://localhost.a.pl/p',
    ])
      expect(addressOf(bad)).toBeUndefined();
  });

  it('has a schema for Chrome that names the same things', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual(
      [
        'defaults',
        'enforced',
        'officeProfile',
        'profileUrl',
        'referatProfile',
        'requirePassword',
        'signingKeys',
      ].sort(),
    );
    for (const kind of ['defaults', 'enforced'])
      expect(
        readPolicy({
          [kind]: Object.fromEntries(
            Object.keys(schema.properties[kind].properties).map((name) => [
              name,
              name === 'language' ? 'pl' : 'x',
            ]),
          ),
        }).faults,
      ).toEqual([]);
    // Chrome loads no extension whose schema has it at the top.
    expect(schema).not.toHaveProperty('additionalProperties');
  });
});
