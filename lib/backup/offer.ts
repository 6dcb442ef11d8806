/** When a copy was last made, and its offer last put off; in milliseconds since the epoch. */
export interface BackupTimes {
  madeAt?: number;
  putOffAt?: number;
  /** The clerk wants no offers. */
  isDeclined?: boolean;
}

const week = 7 * 24 * 60 * 60_000;

/** True where a copy should be offered: there are promises that could be lost, and the last one is a week old. */
export function isBackupDue(
  { madeAt, putOffAt, isDeclined }: BackupTimes,
  callbacks: number,
  now: Date,
): boolean {
  // A clock that was set back must not silence the offer for good.
  const isLately = (at: number | undefined) => at !== undefined && Math.abs(now.getTime() - at) < week;
  return callbacks > 0 && !isDeclined && !isLately(madeAt) && !isLately(putOffAt);
}
