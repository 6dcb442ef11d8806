import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/studio.json';
import pl from '@/lib/i18n/pl/studio.json';

/** `translate`, with the texts of this screen. */
export const t = addTexts('studio', { pl, en });
