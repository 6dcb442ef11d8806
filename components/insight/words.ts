import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/insight.json';
import pl from '@/lib/i18n/pl/insight.json';

/** `translate`, with the texts of „Wgląd”, which come with this part. */
export const t = addTexts('insight', { pl, en });
