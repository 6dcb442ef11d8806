import type { Profile } from '@/lib/profile';
import { provisions } from '@/lib/standard';
import { assumptions, daysAWeek, type Month } from './month';

/** One duty of the process, and how often the clerk met it in each week. */
interface Line {
  provision: string;
  weeks: { strips: number; panel: number; isHabit: boolean }[];
}

/** Dress, desk and door signs are no part of the process: they wait in the panel in the morning. */
const surroundings = /^sok\.(?:wyglad-pracownikow|oznaczenie-pomieszczen|stanowisko-pracy)\./u;

/** The service standard's duties towards a client. */
export const processProvisions = provisions
  .map(({ id }) => id)
  .filter((id) => id.startsWith('sok.') && !surroundings.test(id));

/** Weeks of the month that have all their days. */
const wholeWeeks = Math.floor(assumptions.days / daysAWeek);

/** The month by duty and week. */
export function linesOf(month: Month, profile: Profile): Line[] {
  return processProvisions.map((provision) => {
    const carriers = profile.reminders
      .filter((reminder) => reminder.provisions.includes(provision))
      .map(({ id }) => id);
    const meetings = month.met.filter(({ reminderId }) => carriers.includes(reminderId));
    return {
      provision,
      weeks: month.habits.map((habits, week) => {
        const inWeek = meetings.filter(({ day }) => Math.floor(day / daysAWeek) === week);
        const strips = inWeek.filter(({ as }) => as === 'strip').length;
        return {
          strips,
          panel: inWeek.length - strips,
          isHabit: carriers.some((id) => habits.has(id)),
        };
      }),
    };
  });
}

/** The weeks, from 1, in which a duty that was no habit was not met at all. */
export function missedWeeks({ weeks }: Line): number[] {
  return weeks
    .slice(0, wholeWeeks)
    .flatMap(({ strips, panel, isHabit }, week) => (strips + panel === 0 && !isHabit ? [week + 1] : []));
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The page for people: what a month of service looks like under this profile. */
export function monthPage(month: Month, profile: Profile, seed: number): string {
  const { answers, channels, clientsADay, days } = assumptions;
  const lines = linesOf(month, profile);
  const strips = month.stripsADay.reduce((sum, one) => sum + one, 0);
  const weekOf = (week: number) =>
    `week ${week + 1}${week < wholeWeeks ? '' : ` (${days % daysAWeek} days)`}`;
  const weeks = month.habits.map((_, week) => weekOf(week));
  return [
    '# A simulated month of a clerk',
    '',
    'Written by a test (`tests/unit/reminders/month.test.ts`) from a run of `decide` against the base profile; do not edit',
    'it by hand. After a change: `vitest run --project unit tests/unit/reminders -u`, and read the difference.',
    '',
    '## The clerk',
    '',
    `${days} office days of ${clientsADay} clients, seed ${seed}. The numbers are invented, on the busy side of ordinary; they are not`,
    'a measurement of real clerks. They stand in `tests/unit/reminders/month.ts`.',
    '',
    '| what | how often |',
    '| --- | --- |',
    `| at the desk · call from a client · call to a client · letter | ${[channels.desk, channels['phone-in'], channels['phone-out'], channels.letter].map(percent).join(' · ')} |`,
    `| the clerk presses „Zacznij obsługę” when a client is there | ${percent(assumptions.encounters)} |`,
    `| the client’s card or the register is opened first | ${percent(assumptions.lookedUp)} |`,
    `| a search in the middle of the talk | ${percent(assumptions.searched)} |`,
    `| a letter is written while the client waits | ${percent(assumptions.writtenAtOnce)} |`,
    `| the case is handed over · closed | ${percent(assumptions.handedOver)} · ${percent(assumptions.closed)} |`,
    `| a strip is answered „Gotowe” · „Później” · „Nie dziś” · „Nie w tej sprawie” | ${[answers.done, answers.later, answers['not-today'], answers['not-in-case']].map(percent).join(' · ')} |`,
    '| a strip is closed, or left until it goes | the rest |',
    '| the panel stands open beside the page while a client is served | always |',
    `| the first reminder of the moment in the panel is confirmed there | ${percent(assumptions.confirmedInPanel)} |`,
    '',
    '## Strips a day',
    '',
    `At most ${Math.max(...month.stripsADay)}, at least ${Math.min(...month.stripsADay)}, ${strips} in the month; the budget allows ${profile.budget.perDay} a day.`,
    '',
    '## Duties met',
    '',
    'Each cell: strips + times it stood first in the panel for the present moment. **bold**: a habit at the opening of that',
    'week (a reminder of it confirmed so often that it rests longer than a week). Required: in each whole week a duty that is',
    'no habit yet is met at least once.',
    '',
    `| duty | ${weeks.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(weeks.length)}`,
    ...lines.map(
      ({ provision, weeks: cells }) =>
        `| \`${provision}\` | ${cells
          .map(({ strips: shown, panel, isHabit }) =>
            isHabit ? `**${shown} + ${panel}**` : `${shown} + ${panel}`,
          )
          .join(' | ')} |`,
    ),
    '',
    `Duties: ${lines.length}. A habit by the opening of ${weeks
      .map((week, index) => `${week}: ${lines.filter((line) => line.weeks[index]?.isHabit).length}`)
      .slice(1)
      .join(', ')}. Weeks missed: ${lines.flatMap(missedWeeks).length}.`,
    '',
  ].join('\n');
}
