export { IntroductionSentence } from './IntroductionSentence';
export { type Introduction, introductionOf } from './introduction';
