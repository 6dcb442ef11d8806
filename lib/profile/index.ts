export { baseProfile } from './base-profile';
export {
  fillSentence,
  type SentenceField,
  sentenceFactsOf,
  sentenceFields,
} from './fill-sentence';
export { profileJsonSchema } from './json-schema';
export { type ProfileError, parseProfile } from './parse';
export { type Condition, type Profile, type ProfileSource, profileSchema, type Reminder } from './schema';
