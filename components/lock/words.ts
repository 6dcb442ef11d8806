import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/lock.json';
import pl from '@/lib/i18n/pl/lock.json';

/** `translate`, with the texts of the lock, which come with this part. */
export const t = addTexts('lock', { pl, en });
