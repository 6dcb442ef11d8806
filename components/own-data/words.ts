import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/data.json';
import pl from '@/lib/i18n/pl/data.json';

/** `translate`, with the texts of „Dane”, which come with this part. */
export const t = addTexts('data', { pl, en });
