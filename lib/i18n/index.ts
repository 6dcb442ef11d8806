export { type Language, setLanguage, type Translate, translate } from './translate';
