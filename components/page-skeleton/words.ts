import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/skeleton.json';
import pl from '@/lib/i18n/pl/skeleton.json';

/** `translate`, with the texts of this part. */
export const t = addTexts('skeleton', { pl, en });
