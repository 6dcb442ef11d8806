/** The tag of the one element that Obok puts into a page. The reader never looks at it. */
export const stripHostTag = 'obok-pasek';
