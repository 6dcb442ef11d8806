export { type Language, setLanguage, translate } from './translate';
