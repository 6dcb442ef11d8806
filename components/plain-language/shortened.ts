/** In characters; both ends stay in sight. */
const [beginning, ending] = [56, 24];

/** A place of a text as it is quoted: on one line, without the middle of a long one. */
export function shortened(quote: string): string {
  const oneLine = quote.replace(/\s+/g, ' ');
  if (oneLine.length <= beginning + ending) return oneLine;
  const first = oneLine.slice(0, beginning).replace(/\s\S*$/, '');
  const last = oneLine.slice(-ending).replace(/^\S*\s/, '');
  return `${first} … ${last}`;
}
