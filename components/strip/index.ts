export { Strip } from './Strip';
export { default as stripStyle } from './strip.css?inline';
export { stripTexts } from './words';
