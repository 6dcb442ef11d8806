export { type Condition, type Profile, type ProfileSource, profileSchema, type Reminder } from './schema';
