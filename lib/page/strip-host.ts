/** The tag of the element that shows a reminder. */
export const stripHostTag = 'obok-pasek';
/** The tag of the element that explains a word. */
export const cardHostTag = 'obok-slowo';

/** Whether it is one of the two elements that Obok puts into a page. The reader never looks at them. */
export const isOwnHost = ({ localName }: Element) => localName === stripHostTag || localName === cardHostTag;
