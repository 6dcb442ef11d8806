import { atWarsawMinute, nextOpening, type OpeningHours, openingsOn, warsawDay } from '@/lib/calendar';
import type { ClockPhrase, PartOfDay, TimePhrase } from './time';

/** Why a due time is not the one that was typed: it lay in the past, or outside opening hours. */
export type Moved = 'past' | 'closed';

export interface Due {
  due: Date;
  moved?: Moved;
}

const minute = 60_000;
const noon = 720;
const aYear = 366;

/**
 * Puts what an entry says of time into the office's opening hours.
 * @throws RangeError where nothing in `hours` is open
 */
export function dueOf(
  said: Pick<TimePhrase, 'day' | 'clock' | 'minutes'>,
  now: Date,
  hours: OpeningHours,
): Due {
  return new Placing(now, hours).place(said);
}

class Placing {
  private readonly now: number;
  private readonly today: number;

  constructor(
    now: Date,
    private readonly hours: OpeningHours,
  ) {
    // A promise is kept in whole minutes: „za 20 min” at 9:15:40 is 9:36.
    this.now = Math.ceil(now.getTime() / minute) * minute;
    this.today = warsawDay(now);
  }

  place({ day, clock, minutes }: Pick<TimePhrase, 'day' | 'clock' | 'minutes'>): Due {
    if (minutes !== undefined) return this.within(this.now + minutes * minute);
    if (clock !== undefined && 'part' in clock) return this.part(clock.part, day?.day ?? null);
    if (clock !== undefined) return this.hour(clock, day?.day ?? null);
    if (day === undefined) return this.within(this.now);
    return this.wholeDay(day.day, day.bound, day.isLoose === true);
  }

  /** That moment, where the office is open or just closing; else the next opening. */
  private within(at: number): Due {
    if (this.openings(warsawDay(at)).some(({ from, to }) => at >= from && at <= to))
      return { due: new Date(at) };
    return { due: nextOpening(new Date(at), this.hours), moved: 'closed' };
  }

  /** A day without an hour is its opening; with „do” its closing. Today without an hour is today's closing. */
  private wholeDay(day: number, bound: 'at' | 'by', isLoose: boolean): Due {
    if (day < this.today) return { due: this.opening(this.openDay(this.today + 1)), moved: 'past' };
    const isOpen = this.isOpen(day);
    if (bound === 'by') {
      const last = isOpen ? day : this.openDayBack(day);
      const closing = last === null ? null : this.closing(last);
      if (closing !== null && closing.getTime() >= this.now)
        return { due: closing, ...(isOpen || isLoose ? {} : { moved: 'closed' }) };
      return { due: this.opening(this.openDay(this.today + 1)), moved: 'past' };
    }
    if (day === this.today && isOpen) {
      const closing = this.closing(day);
      if (closing.getTime() > this.now) return { due: closing };
      return { due: this.opening(this.openDay(day + 1)), moved: 'past' };
    }
    return { due: this.opening(this.openDay(day)), ...(isOpen || isLoose ? {} : { moved: 'closed' }) };
  }

  private hour(clock: Extract<ClockPhrase, { minute: number }>, said: number | null): Due {
    const wanted = said ?? this.today;
    const isPastDay = wanted < this.today;
    const day = this.openDay(isPastDay ? this.today + 1 : wanted);
    const due = this.hourOn(day, clock);
    if (due.due.getTime() < this.now)
      return { due: this.hourOn(this.openDay(this.today + 1), clock).due, moved: 'past' };
    if (isPastDay) return { ...due, moved: 'past' };
    return day === wanted ? due : { ...due, moved: 'closed' };
  }

  private hourOn(
    day: number,
    { minute: written, bound, isAsWritten }: Extract<ClockPhrase, { minute: number }>,
  ): Due {
    const openings = this.openings(day);
    const isIn = (at: number) => openings.some(({ from, to }) => at >= from && at <= to);
    const asWritten = atWarsawMinute(day, written);
    const inAfternoon = atWarsawMinute(day, written + noon);
    // „o 2”, „wpół do trzeciej”: of two readings the one in opening hours.
    const isAfternoon = !isAsWritten && written < noon && !isIn(asWritten) && isIn(inAfternoon);
    const at = isAfternoon ? inAfternoon : asWritten;
    if (isIn(at)) return { due: new Date(at) };
    const isPast = at < this.now;
    const before = openings.filter(({ to }) => to < at).at(-1);
    if (bound === 'by' && before !== undefined && (before.to >= this.now || isPast))
      return { due: new Date(before.to), moved: 'closed' };
    if (isPast) return { due: new Date(at) };
    return { due: nextOpening(new Date(at), this.hours), moved: 'closed' };
  }

  private part(part: PartOfDay, said: number | null): Due {
    const wanted = said ?? this.today;
    const isPastDay = wanted < this.today;
    const day = this.openDay(isPastDay ? this.today + 1 : wanted);
    const [from, to] = this.stretch(part, day);
    if (day === this.today) {
      if (from >= this.now) return this.within(from);
      if (to >= this.now) return { due: new Date(to) };
      const next = this.openDay(this.today + 1);
      const due = this.within(this.stretch(part, next)[0]);
      return said === null ? due : { ...due, moved: 'past' };
    }
    const due = this.within(from);
    if (isPastDay) return { ...due, moved: 'past' };
    return day === wanted || said === null ? due : { ...due, moved: 'closed' };
  }

  /** First and last moment that a part of that day still is. */
  private stretch(part: PartOfDay, day: number): [number, number] {
    const [opening, closing] = [this.opening(day).getTime(), this.closing(day).getTime()];
    switch (part) {
      case 'morning':
        return [opening, opening];
      case 'forenoon':
        return [Math.min(atWarsawMinute(day, noon), closing), Math.min(atWarsawMinute(day, noon), closing)];
      case 'afternoon':
        return [atWarsawMinute(day, 13 * 60), closing];
      case 'evening':
        return [atWarsawMinute(day, 18 * 60), atWarsawMinute(day, 18 * 60)];
      case 'end':
        return [Math.max(opening, closing - 60 * minute), closing];
      case 'close':
        return [closing, closing];
    }
  }

  private openings(day: number) {
    return openingsOn(day, this.hours);
  }

  private isOpen(day: number): boolean {
    return this.openings(day).length > 0;
  }

  private openDay(from: number): number {
    return warsawDay(nextOpening(new Date(atWarsawMinute(from, 0)), this.hours));
  }

  private openDayBack(from: number): number | null {
    for (let day = from; day >= this.today && day > from - aYear; day -= 1) if (this.isOpen(day)) return day;
    return null;
  }

  private opening(day: number): Date {
    return new Date(this.openings(day)[0]?.from ?? Number.NaN);
  }

  private closing(day: number): Date {
    return new Date(this.openings(day).at(-1)?.to ?? Number.NaN);
  }
}
