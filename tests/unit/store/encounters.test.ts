import { beforeEach, expect, it } from 'vitest';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);

it('No client, no encounter', async () => {
  expect(await store.currentEncounter()).toBeNull();
  expect(await store.endEncounter(at('08:00'))).toBeNull();
  await store.stepEncounter({ kind: 'move', moment: 'ending' }, at('08:00'));
  await store.stepEncounter({ kind: 'change-channel', channel: 'letter' }, at('08:00'));
  expect(await store.currentEncounter()).toBeNull();
});

it('An encounter begins with the greeting, moves on, and may change from a call to a visit', async () => {
  const started = await store.startEncounter('phone-in', at('08:00'));
  expect(started).toMatchObject({
    channel: 'phone-in',
    moment: 'greeting',
    startedAt: at('08:00').getTime(),
  });
  await store.stepEncounter({ kind: 'move', moment: 'listening' }, at('08:03'));
  await store.stepEncounter({ kind: 'change-channel', channel: 'desk' }, at('08:04'));
  expect(await store.currentEncounter()).toEqual({
    ...started,
    moment: 'listening',
    channel: 'desk',
    course: [
      { moment: 'greeting', at: at('08:00').getTime() },
      { moment: 'listening', at: at('08:03').getTime() },
    ],
  });
});

it('The next client ends the service of the one before', async () => {
  const first = await store.startEncounter('desk', at('08:00'));
  const second = await store.startEncounter('desk', at('08:10'));
  expect((await store.currentEncounter())?.id).toBe(second.id);
  const ended = await store.endEncounter(at('08:20'));
  expect(ended?.id).toBe(second.id);
  // Were the first still running, it would come up now.
  expect(await store.currentEncounter()).toBeNull();
  expect(first.id).not.toBe(second.id);
});

it('An ending can be taken back', async () => {
  const { id } = await store.startEncounter('desk', at('08:00'));
  await store.stepEncounter({ kind: 'move', moment: 'ending' }, at('08:09'));
  await store.endEncounter(at('08:10'));
  expect(await store.resumeEncounter(id)).toBe(true);
  expect(await store.currentEncounter()).toMatchObject({ id, moment: 'ending' });
  expect(await store.currentEncounter()).not.toHaveProperty('endedAt');
});

it('What a service was ended without is kept with it, and gone when the ending is taken back', async () => {
  const { id } = await store.startEncounter('desk', at('08:00'));
  const unfinished = { items: ['zakonczenie.biurko/jasne'], reason: 'klient się spieszył' };
  const [ended] = await store.stepEncounter({ kind: 'end', unfinished }, at('08:10'));
  expect(ended).toMatchObject({ id, unfinished });
  await store.resumeEncounter(id);
  expect(await store.currentEncounter()).not.toHaveProperty('unfinished');
});

it('An ending can be taken back even where a shorter service came and went since', async () => {
  const { id } = await store.startEncounter('desk', at('08:00'));
  await store.startEncounter('phone-in', at('08:10'));
  await store.endEncounter(at('08:12'));
  await store.resumeEncounter(id);
  expect((await store.currentEncounter())?.id).toBe(id);
});

it('An ending is not taken back into the service of the next client: only one runs', async () => {
  const { id } = await store.startEncounter('desk', at('08:00'));
  const next = await store.startEncounter('desk', at('08:10'));
  expect(await store.resumeEncounter(id)).toBe(false);
  expect((await store.currentEncounter())?.id).toBe(next.id);
  await store.endEncounter(at('08:20'));
  expect(await store.currentEncounter()).toBeNull();
});

it('Nobody is served again by an id that does not exist', async () => {
  expect(await store.resumeEncounter('nikt')).toBe(false);
});

it('An encounter runs even where the clock was set back before it', async () => {
  await store.startEncounter('desk', at('09:00'));
  const { id } = await store.startEncounter('desk', at('08:00'));
  expect((await store.currentEncounter())?.id).toBe(id);
});

it('Two screens starting at once leave one encounter running', async () => {
  await Promise.all([
    store.startEncounter('desk', at('08:00')),
    store.startEncounter('phone-in', at('08:00')),
  ]);
  await store.endEncounter(at('08:05'));
  expect(await store.currentEncounter()).toBeNull();
});
