export type { Entry } from './entry';
export { type FindSubjects, subjectFinder } from './find-subjects';
export { dialled } from './phone';
export { type Proposal, type ProposalInput, proposeFor, type Why } from './propose';
export { formFinder, wordsOf } from './stems';
export { substituteOf, substituteOfNamed } from './substitute';
