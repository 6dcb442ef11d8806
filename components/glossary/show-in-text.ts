/** Selects a place in a field and brings it into sight: no browser scrolls a field to a selection by itself. */
export function showInText(field: HTMLTextAreaElement, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Lines of prose are about alike, so the place is where its share of the text is.
  const middle = (start / Math.max(1, field.value.length)) * field.scrollHeight;
  field.scrollTop = middle - field.clientHeight / 2;
}
