export { PassingSection, type PassingSectionProps, type PromisedByPassing } from './PassingSection';
export { emptyDraft, type PassingDraft } from './passing-draft';
export type { Target } from './passing-model';
export { type ClerkFacts, mailDraft, messageSheet, whoIs } from './sentences';
