export { aboutPerson, personOf } from './person';
