import { expect, it } from 'vitest';
import { draftOf, partsOf } from '@/entrypoints/options/clerk-draft';
import { noPolicy } from '@/lib/policy';
import { unnamedClerk } from '@/lib/store';

const profile = {
  office: { name: 'Urząd Gminy Gostynin', phone: '24 000 00 00' },
  referat: { name: 'Referat Finansowy' },
};

it('The first step stands filled in with what the profile knows', () => {
  expect(draftOf(unnamedClerk, profile)).toEqual({
    name: '',
    position: '',
    referat: 'Referat Finansowy',
    office: 'Urząd Gminy Gostynin',
    phone: '24 000 00 00',
  });
});

it('The clerk’s own words stand before the profile’s', () => {
  expect(draftOf({ ...unnamedClerk, office: 'Urząd Gminy' }, profile).office).toBe('Urząd Gminy');
});

it('A field left as the profile has it is not saved, so that it follows the profile', () => {
  const parts = partsOf(draftOf({ ...unnamedClerk, name: '  Anna   Nowak ' }, profile), profile, noPolicy);
  expect(parts).toEqual({ name: 'Anna Nowak', position: '', referat: '', office: '', phone: '' });
});

it('A field left as the administrator has it is not saved either, and what he enforces is not the clerk’s', () => {
  const policy = { defaults: { phone: '24 1' }, enforced: { office: 'Urząd' } };
  const draft = draftOf({ ...unnamedClerk, ...policy.defaults, ...policy.enforced }, profile);
  expect(draft).toMatchObject({ phone: '24 1', office: 'Urząd' });
  expect(partsOf(draft, profile, policy)).toEqual({ name: '', position: '', referat: '', phone: '' });
  expect(partsOf({ ...draft, phone: '24 2' }, profile, policy)).toMatchObject({ phone: '24 2' });
});
