/**
 * Where the jargon in a page is underlined: off, on request, or always – the clerk’s choice for each system. Pure: it
 * takes what was chosen and asked, and says whether.
 */
export {
  isUnderlined,
  type Underlining,
  type UnderliningChoices,
  type UnderliningRequest,
  underliningIn,
  underlinings,
} from './underlining';
