import { describe, expect, it } from 'vitest';
import { baseProfile } from '@/lib/profile';
import { assumptions, playMonth } from './month';
import { linesOf, missedWeeks, monthPage, processProvisions } from './month-page';

const seed = 20_261_124;
const profile = baseProfile();
const month = playMonth(profile, seed);

describe('a month of a clerk with thirty clients a day', () => {
  it('brings at most eight strips a day, and some every day', () => {
    expect(month.stripsADay).toHaveLength(assumptions.days);
    expect(Math.max(...month.stripsADay), `seed ${seed}`).toBeLessThanOrEqual(8);
    expect(Math.min(...month.stripsADay), `seed ${seed}`).toBeGreaterThan(0);
  });

  it('brings each of the forty duties of the process at least once a week until it is a habit', () => {
    expect(processProvisions).toHaveLength(40);
    const missed = linesOf(month, profile).filter((line) => missedWeeks(line).length > 0);
    expect(missed, `seed ${seed}`).toEqual([]);
  });

  it.each([1, 2, 3])('does so for other clients, too: seed %i', (other) => {
    const another = playMonth(profile, other);
    expect(Math.max(...another.stripsADay)).toBeLessThanOrEqual(8);
    expect(linesOf(another, profile).flatMap(missedWeeks)).toEqual([]);
  });

  it('would miss a duty that no reminder carries', () => {
    const reminders = profile.reminders.filter(({ id }) => id !== 'zakonczenie.pozegnanie');
    const poorer = { ...profile, reminders };
    const missed = linesOf(playMonth(poorer, seed), poorer).filter((line) => missedWeeks(line).length > 0);
    expect(missed.map(({ provision }) => provision)).toEqual(['sok.zakonczenie-obslugi.2']);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(playMonth(profile, seed)).toEqual(month);
    expect(playMonth(profile, seed + 1).met).not.toEqual(month.met);
  });

  it('is told on a page for people', async () => {
    await expect(monthPage(month, profile, seed)).toMatchFileSnapshot('../../../docs/simulation.md');
  });
});
