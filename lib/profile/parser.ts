// A door of its own: whoever only reads profiles that were taken loads no schema for it.
export { parseProfile } from './parse';
