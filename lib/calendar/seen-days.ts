/** For longer nobody is away, and a clock that was right does not stand still, in days. */
const longestAway = 14;
/** On how many days a clock that has leapt has to be met before it is believed. */
const daysOfDoubt = 3;

/** Which days a computer's clock has shown: numbers of days in Warsaw, as `warsawDay` counts them. */
export interface SeenDays {
  /** The last one that is believed. */
  believed: number;
  /** Since the clock leapt ahead: the days that it has shown, ascending. Missing where it did not. */
  doubted?: number[];
}

/**
 * Looks at the clock once more. One that goes on from where it stood, or was set back, is believed at once; one that has
 * leapt ahead only on the third day that it shows: a clock set to a wrong year is set right before that.
 *
 * @param seen null before the first look
 */
export function seeDay(seen: SeenDays | null, today: number): SeenDays {
  if (seen === null || today <= seen.believed + longestAway) return { believed: today };
  // Set to yet another time, it is doubted from there anew.
  const last = seen.doubted?.at(-1);
  const goesOn = last !== undefined && today >= last && today <= last + longestAway;
  const doubted = [...new Set([...(goesOn ? (seen.doubted ?? []) : []), today])];
  return doubted.length < daysOfDoubt ? { believed: seen.believed, doubted } : { believed: today };
}
