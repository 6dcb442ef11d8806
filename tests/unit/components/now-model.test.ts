import { describe, expect, it } from 'vitest';
import { type NowModel, nowModel } from '@/components/now';
import { context, input, now, profile } from './office';

const shownIn = (model: NowModel) => model.groups.flatMap(({ cards }) => cards.map(({ id }) => id));
const encounter = { id: 'e', channel: 'desk', moment: 'listening', startedAt: now.getTime() } as const;
const onCase = { kind: 'read', tabId: 1, context: context(), strip: null } as const;

describe('„Teraz”', () => {
  it('puts the present moment of the encounter first and marks it alone', () => {
    const { groups } = nowModel(input({ encounter }));
    expect(groups.map(({ moment, isPresent }) => [moment, isPresent])).toEqual([
      ['listening', true],
      ['ending', false],
      ['greeting', false],
    ]);
  });

  it('keeps the present moment first although the strip in the page belongs to another', () => {
    const page = { ...onCase, strip: { reminderId: 'jasne', why: ['Bo zamykasz sprawę.'] } };
    expect(nowModel(input({ encounter, page })).groups[0]?.moment).toBe('listening');
  });

  it('lets the page say the moment where it speaks plainer, and tells so', () => {
    const page = { ...onCase, context: context({ view: 'closing' }) };
    expect(nowModel(input({ encounter, page }))).toMatchObject({ moment: 'ending', isMomentFromPage: true });
    expect(nowModel(input({ encounter, page: onCase }))).toMatchObject({
      moment: 'listening',
      isMomentFromPage: false,
    });
  });

  it('takes the channel from the encounter while one runs, else from the switch', () => {
    const calling = { ...encounter, channel: 'phone-out' } as const;
    expect(nowModel(input({ encounter: calling })).channel).toBe('phone-out');
    expect(nowModel(input({ encounter: { ...calling, endedAt: now.getTime() } })).channel).toBe('desk');
  });

  it('treats an encounter that has ended as none', () => {
    const model = nowModel(input({ encounter: { ...encounter, endedAt: now.getTime() } }));
    expect([model.encounter, model.moment, model.isMomentFromPage]).toEqual([null, null, false]);
  });

  it('keeps back what belongs to another channel, and says why', () => {
    const model = nowModel(input());
    expect(shownIn(model)).not.toContain('cel');
    expect(model.resting.find(({ id }) => id === 'cel')?.why.length).toBeGreaterThan(0);
  });

  it('calls systems by their names', () => {
    const [first, ...others] = profile().reminders;
    const umowy = { id: 'fn.umowy', name: 'Rejestr umów', signals: [], views: [] };
    const narrow = profile({
      systems: [umowy],
      reminders: [{ ...first, when: { system: ['fn.umowy', 'dokus'] } }, ...others] as never,
    });
    const { resting } = nowModel(input({ profile: narrow, page: onCase }));
    expect(resting.find(({ id }) => id === first?.id)?.why[0]).toBe(
      'System to EZD RP, oczekiwano: Rejestr umów lub DOKUS – nie.',
    );
  });

  it('offers a letter only where one is written, or where it is already chosen', () => {
    expect(nowModel(input({ page: onCase })).channels).not.toContain('letter');
    const letter = { ...onCase, context: context({ view: 'letter' }) };
    expect(nowModel(input({ page: letter })).channels).toContain('letter');
    const { clerk } = input();
    expect(nowModel(input({ clerk: { ...clerk, channel: 'letter' } })).channels).toContain('letter');
  });

  it('fills the ready sentence with the clerk and the case in hand', () => {
    const cards = nowModel(input({ page: onCase })).groups.flatMap((group) => group.cards);
    expect(cards.find(({ id }) => id === 'jasne')?.say).toBe(
      'Proszę pytać: Anna Nowak, sprawa FN.3120.12.2026.AN.',
    );
  });

  it('leaves out a provision that nobody knows instead of failing', () => {
    const cards = nowModel(input()).groups.flatMap((group) => group.cards);
    expect(cards.find(({ id }) => id === 'jasne')?.provisions.map(({ id }) => id)).toEqual([
      'sok.zakonczenie-obslugi.1',
    ]);
  });

  it('marks the reminder that stands in the page, with the reasons for which it came, and puts it first', () => {
    const strip = { reminderId: 'jasne', why: ['Bo zamykasz sprawę.'] };
    const { groups } = nowModel(input({ page: { ...onCase, strip } }));
    expect(groups[0]?.cards[0]).toMatchObject({ id: 'jasne', isOnPage: true, why: ['Bo zamykasz sprawę.'] });
    expect(groups.flatMap(({ cards }) => cards).filter(({ isOnPage }) => isOnPage)).toHaveLength(1);
  });

  it('lists what is switched off first among what is not shown', () => {
    const switches = { ...input().switches, reminders: ['jasne'] };
    expect(nowModel(input({ switches })).resting[0]).toMatchObject({ id: 'jasne', isSwitchedOff: true });
  });

  it('shows a locked reminder although it was switched off, and says that it is locked', () => {
    const switches = { ...input().switches, reminders: ['jasne'] };
    const model = nowModel(input({ switches, profile: profile({ locked: ['jasne'] }) }));
    expect(model.groups.flatMap(({ cards }) => cards).find(({ id }) => id === 'jasne')?.isLocked).toBe(true);
    expect(model.resting.some(({ id }) => id === 'jasne')).toBe(false);
  });

  it('shows each reminder of the profile exactly once, shown or resting', () => {
    const model = nowModel(input({ encounter, page: onCase }));
    const all = [...shownIn(model), ...model.resting.map(({ id }) => id)].sort();
    expect(all).toEqual(
      profile()
        .reminders.map(({ id }) => id)
        .sort(),
    );
  });
});
