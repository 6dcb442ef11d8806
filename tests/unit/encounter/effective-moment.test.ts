import { describe, expect, it } from 'vitest';
import { type Encounter, effectiveMoment, isRunning } from '@/lib/encounter';
import { views } from '@/lib/page';

const encounter: Encounter = { id: 'e1', channel: 'desk', moment: 'listening', startedAt: 0 };

describe('the effective moment of an encounter', () => {
  it('is what the clerk set in every place but two', () => {
    const own = views.filter((view) => effectiveMoment(encounter, view) === 'listening');
    expect(own).toEqual(views.filter((view) => view !== 'forwarding' && view !== 'closing'));
    expect(effectiveMoment(encounter, null)).toBe('listening');
  });

  it('is handing over where a case is forwarded, and ending where one is closed', () => {
    expect(effectiveMoment(encounter, 'forwarding')).toBe('transferring');
    expect(effectiveMoment(encounter, 'closing')).toBe('ending');
  });

  it('an encounter runs until it is ended', () => {
    expect(isRunning(encounter)).toBe(true);
    expect(isRunning({ ...encounter, endedAt: 0 })).toBe(false);
  });
});
