import { describe, expect, it } from 'vitest';
import type { Encounter } from '@/lib/encounter';
import type { PageContext, View } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { type DecideInput, decide, decisionsByMoment } from '@/lib/reminders';
import { type Channel, channels, type Moment } from '@/lib/standard';
import { encounterOf, pageOf } from './office';

// The design's table „What is due where”, row by row, against the profile that ships.
const profile = baseProfile();
const reminders = new Map(profile.reminders.map((reminder) => [reminder.id, reminder]));

const noon = new Date('2026-11-19T12:00:00+01:00');
const mondayMorning = new Date('2026-11-23T07:45:00+01:00');

const talks: Channel[] = ['desk', 'phone-in', 'phone-out'];
/** The moments that a talk goes through in a case. */
const momentsOfTalk: Moment[] = ['greeting', 'listening', 'plain-language', 'ending'];

const notRecognised = pageOf({ system: null, view: 'other', caseSigns: [], caseInHand: null });
const serving = (channel: Channel, moment: Moment): Encounter => encounterOf({ channel, moment });

const asked = (context: PageContext, more: Partial<DecideInput>): DecideInput => ({
  profile,
  context,
  now: noon,
  ...more,
});

/** Every reminder that could be the strip here, best first, found by switching off the best again and again. */
function stripsOn(context: PageContext, more: Partial<DecideInput>): string[] {
  const found: string[] = [];
  for (;;) {
    const switches = { reminders: found, systems: [], addresses: [], quiet: false };
    const strip = decide({ ...asked(context, more), switches }).find(({ where }) => where === 'page');
    if (!strip) return found;
    found.push(strip.reminderId);
  }
}

const panelOn = (context: PageContext, more: Partial<DecideInput>): string[] =>
  decide(asked(context, more)).flatMap(({ where, reminderId }) => (where === 'panel' ? [reminderId] : []));

/** What stands first in the panel, the strip included. */
const firstGroup = (context: PageContext, encounter: Encounter, present: Moment) =>
  decisionsByMoment(decide(asked(context, { encounter })), profile, present)[0];

const provisionsOf = (id: string): string[] => reminders.get(id)?.provisions ?? [];
const momentsOf = (ids: string[]) => new Set(ids.map((id) => reminders.get(id)?.moment));

/** Each of `ids` carries one of the duties named, and each duty named is carried. `sok.jezyk` names a whole section. */
function expectToCarry(ids: string[], named: string[], about: string): void {
  const isOf = (duty: string) => (provision: string) =>
    provision === duty || provision.startsWith(`${duty}.`);
  for (const id of ids) {
    expect(
      named.some((duty) => provisionsOf(id).some(isOf(duty))),
      `${id}, ${about}`,
    ).toBe(true);
  }
  for (const duty of named)
    expect(ids.flatMap(provisionsOf).some(isOf(duty)), `${duty}, ${about}`).toBe(true);
}

describe('with nobody being served', () => {
  it.each<View>(['case-list', 'incoming'])(
    '%s: nothing in the page; the panel has order of arrival and not passing on one’s own matter',
    (view) => {
      for (const channel of channels) {
        expect(stripsOn(pageOf({ view }), { channel })).toEqual([]);
        expectToCarry(panelOn(pageOf({ view }), { channel }), ['ke.8.5', 'ke.5.2'], channel);
      }
    },
  );

  it('a case: the strip asks about one’s own interest; the panel tells who else is in the case', () => {
    for (const channel of channels) {
      expectToCarry(stripsOn(pageOf(), { channel }), ['ke.7.5'], channel);
      expectToCarry(panelOn(pageOf(), { channel }), ['ke.7.2'], channel);
    }
  });

  it('a case: that strip comes once per case, for good', () => {
    const [strip = ''] = stripsOn(pageOf(), {});
    const shown = { reminderId: strip, at: Date.parse('2026-09-01T09:00Z'), kind: 'shown' } as const;
    const inCase = { ...shown, caseKey: pageOf().caseInHand?.raw ?? '' };
    expect(stripsOn(pageOf(), { history: [inCase] })).toEqual([]);
    expect(stripsOn(pageOf(), { history: [{ ...shown, caseKey: 'another' }] })).toEqual([strip]);
  });

  it.each<[View, Channel, string[]]>([
    ['client', 'desk', ['sok.powitanie']],
    ['client', 'phone-in', ['sok.odbieranie-telefonu']],
    ['client', 'phone-out', ['sok.telefon-do-klienta']],
    ['contact-register', 'desk', ['sok.powitanie']],
    ['contact-register', 'phone-in', ['sok.odbieranie-telefonu']],
    ['contact-register', 'phone-out', ['sok.telefon-do-klienta']],
  ])(
    '%s, %s: the strip is the introduction of that channel, with a sentence to say',
    (view, channel, named) => {
      const [best = ''] = stripsOn(pageOf({ view }), { channel });
      expectToCarry([best], named, channel);
      expect(reminders.get(best)).toMatchObject({ moment: 'greeting', say: expect.any(String) });
    },
  );

  it.each<[View, string, string[]]>([
    [
      'letter',
      'short sentences, jargon explained, name and number',
      ['sok.jezyk', 'sok.telefon-do-klienta.4'],
    ],
    ['decision', 'equal cases equally, rights told, own interest', ['ke.8.4', 'ke.7.3', 'ke.7.5']],
    ['forwarding', 'is it truly not yours, share what the other needs', ['ke.5.2', 'ke.9.5']],
    ['closing', 'was it explained, does the client know how to ask', ['sok.zakonczenie-obslugi.1']],
  ])('%s: the strip is about %s', (view, _, named) => {
    for (const channel of channels) expectToCarry(stripsOn(pageOf({ view }), { channel }), named, channel);
  });

  it.each([
    ['search', pageOf({ view: 'search' })],
    ['other', pageOf({ view: 'other' })],
    ['a page not recognised', notRecognised],
  ])('%s: nothing in the page, and the panel waits', (_, context) => {
    for (const channel of channels) {
      const withJargon = { ...context, terms: ['postanowienie'] };
      expect(stripsOn(withJargon, { channel })).toEqual([]);
      expect(panelOn(withJargon, { channel })).toEqual([]);
    }
  });

  it('the first page of the day: desk, dress and forms at hand in the panel, nothing of them in the page', () => {
    const morning = { now: mondayMorning };
    for (const context of [pageOf({ view: 'incoming' }), pageOf({ view: 'other' }), notRecognised]) {
      const carried = panelOn(context, morning).flatMap(provisionsOf);
      for (const duty of ['sok.stanowisko-pracy.1', 'sok.stanowisko-pracy.2', 'sok.wyglad-pracownikow.1']) {
        expect(carried).toContain(duty);
      }
      expect(stripsOn(context, morning)).toEqual([]);
    }
  });
});

describe('with a client being served', () => {
  it.each([
    ['case-list', pageOf({ view: 'case-list' })],
    ['incoming', pageOf({ view: 'incoming' })],
    ['search', pageOf({ view: 'search' })],
    ['other', pageOf({ view: 'other' })],
    ['a page not recognised', notRecognised],
  ])('%s: nothing in the page; the panel goes by the moment', (_, context) => {
    for (const channel of talks) {
      for (const moment of momentsOfTalk) {
        const encounter = serving(channel, moment);
        const withJargon = { ...context, terms: ['postanowienie'] };
        expect(stripsOn(withJargon, { encounter })).toEqual([]);
        expect(firstGroup(withJargon, encounter, moment)?.moment).toBe(moment);
      }
    }
  });

  it.each<View>(['case', 'client', 'contact-register'])('%s: strip and panel go by the moment', (view) => {
    for (const channel of talks) {
      for (const moment of momentsOfTalk) {
        const encounter = serving(channel, moment);
        const strips = stripsOn(pageOf({ view }), { encounter });
        expect(momentsOf(strips), `${channel}, ${moment}`).toEqual(new Set([moment]));
        expect(firstGroup(pageOf({ view }), encounter, moment)?.moment).toBe(moment);
      }
    }
  });

  it('a case with jargon: plain language begins with this case’s word', () => {
    for (const channel of talks) {
      const encounter = serving(channel, 'plain-language');
      const [best] = stripsOn(pageOf({ terms: ['postanowienie'] }), { encounter });
      expect(best).toBe('slowo.postanowienie');
      expect(stripsOn(pageOf(), { encounter })).not.toContain('slowo.postanowienie');
    }
  });

  it('a case: the panel tells who else is in the case', () => {
    expect(panelOn(pageOf(), { encounter: serving('desk', 'greeting') }).flatMap(provisionsOf)).toContain(
      'ke.7.2',
    );
  });

  it.each<View>(['letter', 'decision'])('%s: the strip is the same as with nobody there', (view) => {
    for (const channel of channels) {
      for (const moment of momentsOfTalk) {
        const strips = stripsOn(pageOf({ view }), { encounter: serving(channel, moment) });
        expect(strips, `${channel}, ${moment}`).toEqual(stripsOn(pageOf({ view }), { channel }));
      }
    }
  });

  it('forwarding: the strip has the client told to whom and why, whatever the moment was', () => {
    for (const channel of talks) {
      for (const moment of momentsOfTalk) {
        const strips = stripsOn(pageOf({ view: 'forwarding' }), { encounter: serving(channel, moment) });
        expectToCarry(strips, ['sok.przelaczanie-rozmow'], channel);
        expect(strips.flatMap(provisionsOf)).toContain('sok.przelaczanie-rozmow.1');
      }
    }
  });

  it('closing: the strip points at the ending list, and then at what stands on it', () => {
    for (const channel of talks) {
      const listed = profile.checklists
        .filter((list) => list.channels?.includes(channel))
        .flatMap(({ items }) => items.flatMap(({ provisions }) => provisions));
      const strips = stripsOn(pageOf({ view: 'closing' }), { encounter: serving(channel, 'listening') });
      expect(strips[0]).toBe('zamkniecie.lista');
      for (const id of strips) {
        expect(
          provisionsOf(id).some((provision) => listed.includes(provision)),
          id,
        ).toBe(true);
      }
    }
  });

  it('dress, desk and forms are not spoken of', () => {
    const panel = panelOn(pageOf(), { encounter: serving('desk', 'greeting'), now: mondayMorning });
    expect(panel.flatMap(provisionsOf).filter((id) => /wyglad|stanowisko-pracy\.[124]/u.test(id))).toEqual(
      [],
    );
  });
});
