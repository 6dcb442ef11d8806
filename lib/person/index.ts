export { isAbout, type Person, personOf } from './person';
