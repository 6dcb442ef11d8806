import type { System } from '../page-context';
import dokus from './dokus.json';
import ezdFinn from './ezd-finn.json';
import ezdPuw from './ezd-puw.json';
import ezdRp from './ezd-rp.json';
import generic from './generic.json';

/**
 * The systems that Obok knows, with the vocabulary they share („generic”) at the end. Words and ids are those of the
 * vendors' own manuals and screens; what has no source is left to the shared vocabulary.
 */
export const shippedSystems: System[] = [ezdRp, ezdPuw, ezdFinn, dokus, generic] as System[];

/** What people call the systems, by id. @param described by a profile; of one id its name is the one that counts */
export function systemNames(
  described: readonly Pick<System, 'id' | 'name'>[] = [],
): ReadonlyMap<string, string> {
  return new Map([...shippedSystems, ...described].map(({ id, name }) => [id, name]));
}
