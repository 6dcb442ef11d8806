/** The tag of the element that shows a reminder. */
export const stripHostTag = 'obok-pasek';
/** The tag of the element that explains a word. */
export const cardHostTag = 'obok-slowo';

/** The tag of the element in which a team lead points at a place of the page. */
export const pointHostTag = 'obok-wskaz';

/** Whether it is one of the elements that Obok puts into a page. The reader never looks at them. */
export const isOwnHost = ({ localName }: Element) =>
  localName === stripHostTag || localName === cardHostTag || localName === pointHostTag;
