import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/systems.json';
import pl from '@/lib/i18n/pl/systems.json';

/** `translate`, with the texts of the part that describes systems, which is brought when first opened. */
export const t = addTexts('systems', { pl, en });
