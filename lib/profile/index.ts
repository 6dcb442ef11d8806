export { baseProfile } from './base-profile';
export {
  compareProfiles,
  type FieldChange,
  type ListChanges,
  type Listed,
  type ProfileChanges,
} from './compare';
export {
  fillSentence,
  type SentenceField,
  sentenceFactsOf,
  sentenceFields,
} from './fill-sentence';
export { profileJsonSchema } from './json-schema';
export {
  baseLayer,
  type LayerName,
  mergeProfiles,
  type Origins,
  originsOf,
  ownGlossary,
  type ProfileLayer,
  type ProfileList,
  profileLists,
} from './layers';
export { likeness } from './nearest';
export { type ProfileError, parseProfile } from './parse';
export { type ProfileValue, profileValues, type ReadProfile, rereadProfile } from './read-profile';
export { type Condition, type Profile, type ProfileSource, profileSchema, type Reminder } from './schema';
