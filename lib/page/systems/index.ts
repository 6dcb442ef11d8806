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
