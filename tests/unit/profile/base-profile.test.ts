import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Encounter } from '@/lib/encounter';
import { type PageContext, type View, views } from '@/lib/page';
import { baseProfile, parseProfile, sentenceFields } from '@/lib/profile';
import { decide } from '@/lib/reminders';
import { type Channel, channels, type Moment, provisionById, provisions } from '@/lib/standard';

const profile = baseProfile();
const reminders = new Map(profile.reminders.map((reminder) => [reminder.id, reminder]));

/** The rule of the profile's texts that a clerk is offered, never ordered: one sentence or two, verb first. */
const sentence = /^\p{Lu}.*[.!?]$/u;

describe('the base profile', () => {
  it('is a good profile by the rules that a team lead’s profile has to keep', () => {
    const read = parseProfile(readFileSync('lib/profile/base-profile.json', 'utf8'));
    expect(read).toEqual({ ok: true, profile });
  });

  it('is read once', () => {
    expect(baseProfile()).toBe(profile);
  });

  it('names each reminder once, and ties it to provisions that exist', () => {
    expect(reminders.size).toBe(profile.reminders.length);
    for (const { id, provisions: carried } of profile.reminders) {
      for (const provision of carried) expect(provisionById(provision), `${id}: ${provision}`).toBeDefined();
      expect(new Set(carried).size, id).toBe(carried.length);
    }
  });

  it('says everything in at most 120 characters, in whole sentences', () => {
    for (const { id, text } of profile.reminders) {
      expect([...text].length, id).toBeLessThanOrEqual(120);
      expect(text, id).toMatch(sentence);
    }
    for (const { items } of profile.checklists) {
      for (const { id, text } of items) expect(text, id).toMatch(sentence);
    }
  });

  it('leaves open in its sentences only what Obok can fill in', () => {
    const templates = [profile.introduction ?? '', ...profile.reminders.map(({ say }) => say ?? '')];
    const fields = templates.flatMap((template) =>
      Array.from(template.matchAll(/\{([^}]*)\}/gu), ([, field]) => field),
    );
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) expect(sentenceFields).toContain(field);
  });

  it('carries every duty of the service standard in a reminder', () => {
    const carried = new Set(profile.reminders.flatMap((reminder) => reminder.provisions));
    const duties = provisions.filter(({ id }) => id.startsWith('sok.')).map(({ id }) => id);
    expect(duties.filter((id) => !carried.has(id))).toEqual([]);
  });

  it('carries the duties of the code that touch a client or a case in hand', () => {
    const carried = new Set(profile.reminders.flatMap((reminder) => reminder.provisions));
    for (const id of ['4.3', '4.8', '5.2', '5.9', '7.2', '7.3', '7.5', '8.1', '8.4', '8.5', '9.5']) {
      expect(carried).toContain(`ke.${id}`);
    }
  });

  it('keeps dress, desk and door signs out of the page', () => {
    const workplace = /^sok\.(?:wyglad|oznaczenie|stanowisko)/u;
    const found = profile.reminders.filter(({ provisions: carried }) =>
      carried.some((id) => workplace.test(id)),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { id, where } of found) expect(where, id).toBe('panel');
  });

  it('has one ending list for each channel, of at most ten items', () => {
    for (const channel of channels) {
      const lists = profile.checklists.filter((list) => list.channels?.includes(channel));
      expect(lists, channel).toHaveLength(1);
      expect(lists[0]?.items.length, channel).toBeLessThanOrEqual(10);
    }
  });
});

function pageOf(view: View): PageContext {
  const sign = { raw: 'FN.3120.14.2026', cell: 'FN', jrwa: '3120', number: 14, year: 2026 };
  return {
    system: 'ezd-rp',
    view,
    caseSigns: [sign],
    caseInHand: sign,
    fields: {},
    terms: [],
    elements: [],
    address: `https://ezd.gostynin.example/${view}`,
    evidence: [],
  };
}

const noon = new Date('2026-11-19T12:00:00+01:00');

/** Every reminder that could be the strip on this page, found by putting off the best again and again. */
function stripsOn(view: View, channel: Channel, encounter: Encounter | null = null): string[] {
  const found: string[] = [];
  for (;;) {
    const decisions = decide({
      profile,
      context: pageOf(view),
      encounter,
      channel,
      now: noon,
      switches: { reminders: found, systems: [], addresses: [], quiet: false },
    });
    const strip = decisions.find(({ where }) => where === 'page');
    if (!strip) return found;
    found.push(strip.reminderId);
  }
}

const panelOn = (view: View, channel: Channel) =>
  decide({ profile, context: pageOf(view), channel, now: noon }).flatMap(({ where, reminderId }) =>
    where === 'panel' ? [reminderId] : [],
  );
const carriedBy = (ids: string[]) => ids.flatMap((id) => reminders.get(id)?.provisions ?? []);

describe('while nobody is being served', () => {
  it.each<View>(['case-list', 'incoming', 'search', 'other'])('nothing comes up in the page: %s', (view) => {
    for (const channel of channels) expect(stripsOn(view, channel)).toEqual([]);
  });

  it('lists wait with the order of arrival and with one’s own matters in the panel', () => {
    for (const view of ['case-list', 'incoming'] as const) {
      expect(carriedBy(panelOn(view, 'desk'))).toEqual(expect.arrayContaining(['ke.8.5', 'ke.5.2']));
    }
  });

  it('a case asks about one’s own interest and nothing else, once', () => {
    for (const channel of channels) {
      expect(carriedBy(stripsOn('case', channel))).toEqual(['ke.7.5']);
      expect(carriedBy(panelOn('case', channel))).toContain('ke.7.2');
    }
    expect(reminders.get('sprawa.wlasny-interes')?.cadence.atMost).toEqual({ times: 1, per: 'case' });
  });

  it.each<[Channel, string]>([
    ['desk', 'sok.powitanie.1'],
    ['phone-in', 'sok.odbieranie-telefonu.2'],
    ['phone-out', 'sok.telefon-do-klienta.1'],
  ])('a client looked up gets the introduction of the channel first: %s', (channel, introduction) => {
    for (const view of ['client', 'contact-register'] as const) {
      const [first = ''] = stripsOn(view, channel);
      expect(carriedBy([first])).toContain(introduction);
      expect(reminders.get(first)?.say).toBeDefined();
    }
  });

  it.each<[View, RegExp]>([
    ['letter', /^(?:sok\.jezyk|sok\.telefon-do-klienta\.4|ke\.7\.2)/u],
    ['decision', /^ke\.(?:8\.4|7\.3|7\.5)$/u],
    ['forwarding', /^ke\.(?:5\.2|9\.5)$/u],
    ['closing', /^sok\.zakonczenie-obslugi\.1$/u],
  ])('the page brings what belongs to it: %s', (view, wanted) => {
    for (const channel of channels) {
      const carried = carriedBy(stripsOn(view, channel));
      expect(carried.length).toBeGreaterThan(0);
      for (const id of carried) expect(id).toMatch(wanted);
    }
  });
});

describe('while a client is being served', () => {
  const serve = (moment: Moment, channel: Channel): Encounter => ({
    id: 'e1',
    channel,
    moment,
    startedAt: 0,
  });
  const momentsOf = (ids: string[]) => new Set(ids.map((id) => reminders.get(id)?.moment));

  it.each<Moment>(['greeting', 'listening', 'plain-language', 'ending'])(
    'a case brings only what belongs to the moment: %s',
    (moment) => {
      for (const channel of ['desk', 'phone-in', 'phone-out'] as const) {
        const strips = stripsOn('case', channel, serve(moment, channel));
        expect(momentsOf(strips)).toEqual(new Set([moment]));
      }
    },
  );

  it('handing a case over brings whom to tell, and why', () => {
    for (const channel of ['desk', 'phone-in', 'phone-out'] as const) {
      const strips = stripsOn('forwarding', channel, serve('listening', channel));
      expect(momentsOf(strips)).toEqual(new Set(['transferring']));
      expect(carriedBy(strips)).toContain('sok.przelaczanie-rozmow.1');
    }
  });

  it('letters and decisions bring the same as without a client', () => {
    for (const view of ['letter', 'decision'] as const) {
      const strips = stripsOn(view, 'desk', serve('greeting', 'desk'));
      expect(strips.toSorted()).toEqual(stripsOn(view, 'desk').toSorted());
    }
  });

  it('the closing of a case points at the ending list', () => {
    expect(stripsOn('closing', 'desk', serve('ending', 'desk'))).toContain('zamkniecie.lista');
  });

  it('every view answers, whatever the channel', () => {
    for (const view of views) {
      for (const channel of channels) {
        const decisions = decide({
          profile,
          context: pageOf(view),
          encounter: serve('listening', channel),
          now: noon,
        });
        expect(decisions).toHaveLength(profile.reminders.length);
      }
    }
  });
});
