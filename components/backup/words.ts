import { addTexts } from '@/lib/i18n';
import en from '@/lib/i18n/en/backup.json';
import pl from '@/lib/i18n/pl/backup.json';

/** `translate`, with the texts of backup, which come with this part. */
export const t = addTexts('backup', { pl, en });
