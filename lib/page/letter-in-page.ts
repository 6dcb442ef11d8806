/** A letter as it stands in a field or an editor of the page. */
interface LetterInPage {
  text: string;
  /** True for the field in which the clerk writes; without one it is the longest. */
  isHeld: boolean;
}

/**
 * Looks for the letter of the page: the field or editor that holds the focus, or else the one with the longest text, also in
 * frames of the same origin. It reads once, when the clerk asks, and changes nothing. Null where nothing is written.
 *
 * The browser hands it into the page by its source: nothing outside of it is there.
 */
export function letterInPage(): LetterInPage | null {
  const editable =
    'textarea, [contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]';

  const documents: Document[] = [document];
  // It grows while it is gone through; a frame of another origin has no document for us.
  for (const one of documents)
    for (const frame of one.querySelectorAll<HTMLIFrameElement>('iframe, frame'))
      if (frame.contentDocument) documents.push(frame.contentDocument);

  /** The whole editor: in one a list or a table may be editable by itself. */
  const editorOf = (element: Element): Element | null => {
    const { designMode, body } = element.ownerDocument;
    if (designMode === 'on') return body;
    let outermost: Element | null = null;
    for (let at = element.closest(editable); at; at = at.parentElement?.closest(editable) ?? null)
      outermost = at;
    return outermost;
  };
  const textOf = (editor: Element) =>
    (editor.localName === 'textarea'
      ? (editor as HTMLTextAreaElement).value
      : // biome-ignore lint/performance/useDomNodeTextContent: that one has no ends of lines
        (editor as HTMLElement).innerText
    ).trim();

  let held = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined =
      held?.shadowRoot?.activeElement ?? (held as HTMLIFrameElement | null)?.contentDocument?.activeElement;
    if (!inner) break;
    held = inner;
  }
  const heldEditor = held && editorOf(held);
  const heldText = heldEditor ? textOf(heldEditor) : '';
  if (heldText !== '') return { text: heldText, isHeld: true };

  let longest = '';
  for (const one of documents) {
    const editors = one.designMode === 'on' ? [one.body] : one.querySelectorAll(editable);
    for (const editor of editors) {
      // Some editors keep the text in a field that is not seen, as it was last saved.
      if (editor.getClientRects().length === 0) continue;
      const text = textOf(editor);
      if (text.length > longest.length) longest = text;
    }
  }
  return longest === '' ? null : { text: longest, isHeld: false };
}
