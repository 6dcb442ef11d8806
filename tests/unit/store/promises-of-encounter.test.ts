import { expect, it } from 'vitest';
import { promise } from '../checklist/office';
import { emptyStore } from './empty-store';

it('The promises of a service are found among those of others, older and newer', async () => {
  const store = await emptyStore();
  const startedAt = new Date('2026-11-24T09:00:00Z').getTime();
  const due = (hours: number) => startedAt + hours * 3_600_000;
  for (const [id, encounterId, hours] of [
    ['dawna', 'e0', -24],
    ['pierwsza', 'e1', 1],
    ['cudza', 'e2', 1],
    ['druga', 'e1', 48],
  ] as const) {
    await store.addCallback(promise({ id, encounterId, due: due(hours) }));
  }
  const found = await store.callbacksOfEncounters(['e1']);
  expect(found.map(({ id }) => id)).toEqual(['pierwsza', 'druga']);
});
