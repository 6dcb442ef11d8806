export {
  fillSentence,
  type SentenceField,
  sentenceFactsOf,
  sentenceFields,
} from './fill-sentence';
export { type Condition, type Profile, type ProfileSource, profileSchema, type Reminder } from './schema';
