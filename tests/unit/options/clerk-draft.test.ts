import { expect, it } from 'vitest';
import { draftOf, partsOf } from '@/entrypoints/options/clerk-draft';
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
  const parts = partsOf(draftOf({ ...unnamedClerk, name: '  Anna   Nowak ' }, profile), profile);
  expect(parts).toEqual({ name: 'Anna Nowak', position: '', referat: '', office: '', phone: '' });
});
