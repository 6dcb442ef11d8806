export { Strip, type StripProps } from './Strip';
export { default as stripStyle } from './strip.css?inline';
export { type StripWords, stripWords } from './words';
