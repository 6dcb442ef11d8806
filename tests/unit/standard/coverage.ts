import { translate } from '@/lib/i18n';
import type { View } from '@/lib/page';
import type { Condition, Profile, Reminder } from '@/lib/profile';
import { type Provision, provisions } from '@/lib/standard';
import features from '@/lib/standard/carried-by-features.json';
import notCarried from '@/lib/standard/not-carried.json';

const reasons: Partial<Record<string, string>> = notCarried;

/** Where a clerk meets one provision, each place in words; empty where nothing carries it. */
export function placesOf(id: string, profile: Profile): string[] {
  return [
    ...profile.reminders.filter((reminder) => reminder.provisions.includes(id)).map(reminderInWords),
    ...profile.checklists.flatMap(({ name, items }) =>
      items.filter((item) => item.provisions.includes(id)).map(({ text }) => `lista „${name}”: ${text}`),
    ),
    ...features.filter((one) => one.provisions.includes(id)).map(({ feature }) => feature),
  ];
}

/** Why a provision is left to people; undefined for one that is not listed. */
export function reasonOf(id: string): string | undefined {
  return reasons[id];
}

/** The provisions that are listed as carried by nothing. */
export const excused = Object.keys(notCarried);

/** The page for people: every provision and where a clerk meets it. */
export function coveragePage(profile: Profile): string {
  const carried = provisions.filter(({ id }) => placesOf(id, profile).length > 0);
  const shown = new Set(profile.reminders.flatMap((reminder) => reminder.provisions));
  return [
    '# Gdzie urzędnik spotyka każde postanowienie',
    '',
    'Tę stronę pisze test (`tests/unit/standard/coverage.test.ts`) z danych: standardu, profilu podstawowego i spisu',
    'tego, czego Obok nie podpowiada. Nie poprawiaj jej ręcznie.',
    '',
    `Postanowień: ${provisions.length}. W przypomnieniach: ${shown.size}; w przypomnieniach, na listach lub w samym Oboku: ${carried.length}; z podanym powodem poza Obokiem: ${provisions.length - carried.length}.`,
    '',
    '„Pasek” pokazuje się na stronie systemu, gdy jest na niego miejsce i czas; „panel” czeka z boku.',
    '',
    ...table(
      'Standard Obsługi Klienta',
      provisions.filter(({ id }) => id.startsWith('sok.')),
      profile,
    ),
    ...table(
      'Kodeks etyki',
      provisions.filter(({ id }) => id.startsWith('ke.')),
      profile,
    ),
  ].join('\n');
}

function table(title: string, rows: Provision[], profile: Profile): string[] {
  return [
    `## ${title}`,
    '',
    '| postanowienie | treść | gdzie |',
    '| --- | --- | --- |',
    ...rows.map(({ id, citation, text }) => {
      const places = placesOf(id, profile);
      const where = places.length > 0 ? places.join('<br>') : `– ${reasonOf(id) ?? ''}`;
      return `| ${citation.replace(`${title}, `, '')}<br>\`${id}\` | ${short(text)} | ${where} |`;
    }),
    '',
  ];
}

/** The beginning of a text, cut between words. */
function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/[,.;:]$/u, '');
  if (line.length <= 90) return line;
  return `${line
    .slice(0, 90)
    .replace(/\s+\S*$/u, '')
    .replace(/[\s,.;:–(]+$/u, '')}…`;
}

function reminderInWords(reminder: Reminder): string {
  const { id, where, moment, channels = [], when } = reminder;
  const views = when === undefined ? [] : [...new Set(viewsIn(when))];
  const places = [
    ...views.map((view) => translate(`common:view.${view}`)),
    ...(when !== undefined && asksForEncounter(when) ? ['podczas obsługi'] : []),
  ];
  const parts = [
    where === 'page' ? 'pasek' : 'panel',
    translate(`common:moment.${moment}`).toLowerCase(),
    ...(places.length > 0 ? [places.join(', ')] : []),
    ...(channels.length > 0
      ? [channels.map((channel) => translate(`common:channel.${channel}`).toLowerCase()).join(', ')]
      : []),
  ];
  return `\`${id}\` (${parts.join('; ')})`;
}

/** The views a condition names, but for those it denies. */
function viewsIn(condition: Condition): View[] {
  if ('all' in condition) return condition.all.flatMap(viewsIn);
  if ('any' in condition) return condition.any.flatMap(viewsIn);
  if ('view' in condition) return [condition.view].flat();
  return [];
}

/** True where a condition, or one of several, holds only while a client is being served. */
function asksForEncounter(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksForEncounter);
  if ('any' in condition) return condition.any.some(asksForEncounter);
  return 'channel' in condition;
}
