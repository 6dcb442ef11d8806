import { fillSentence, type Reminder, type SentenceField } from '@/lib/profile';
import { provisionById } from '@/lib/standard';

/** A reminder as a person reads it. */
export interface Prompt {
  text: string;
  /** The ready sentence with its fields filled in; null where the reminder has none. */
  say: string | null;
  /** Fields of the sentence that nobody has filled in yet. */
  missing: SentenceField[];
  citation: string;
}

/** Words a reminder for the strip and the panel alike. `facts` fill the fields of its ready sentence. */
export function promptOf(reminder: Reminder, facts: Partial<Record<SentenceField, string>>): Prompt {
  const said = reminder.say === undefined ? null : fillSentence(reminder.say, facts);
  return {
    text: reminder.text,
    say: said?.text ?? null,
    missing: said?.missing ?? [],
    citation: reminder.provisions.map((id) => provisionById(id)?.citation ?? id).join('; '),
  };
}
