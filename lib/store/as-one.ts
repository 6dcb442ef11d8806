import { database } from './database';

/**
 * What one act of the clerk writes in several steps, in one transaction: all of it, or nothing. Nothing but writes and
 * reads of services, promises and settings may be waited for within.
 */
export function asOne<Answer>(steps: () => Promise<Answer>): Promise<Answer> {
  const { callbacks, encounters, keys, singles } = database();
  return database().transaction('rw', callbacks, encounters, keys, singles, steps);
}
