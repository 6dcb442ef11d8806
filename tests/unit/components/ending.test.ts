import { expect, it } from 'vitest';
import { endingLists } from '@/components/ending';
import { profile } from './office';

const item = { id: 'a', text: 'Klient wie, co dalej.' };
const { checklists } = profile({
  checklists: [
    { id: 'zawsze', name: 'Zawsze', items: [item] },
    { id: 'telefon', name: 'Telefon', channels: ['phone-in', 'phone-out'], items: [item] },
  ],
});

it('A checklist without channels is for each; one with channels only for them', () => {
  const idsOn = (channel: 'desk' | 'phone-in') => endingLists({ checklists }, channel).map(({ id }) => id);
  expect(idsOn('desk')).toEqual(['zawsze']);
  expect(idsOn('phone-in')).toEqual(['zawsze', 'telefon']);
});
