import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/health.json';
import pl from '@/lib/i18n/pl/health.json';

/** `translate`, with the texts of „Stan Oboka”, which come with this part. */
export const t = addTexts('health', { pl, en });
