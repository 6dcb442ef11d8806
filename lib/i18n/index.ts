export { addTexts, type Language, setLanguage, translate } from './translate';
