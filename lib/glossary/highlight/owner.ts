/** What has a line of its own for its text: an element that does not stand within one, or a shadow root. */
export type Owner = Element | ShadowRoot;

/** Stand within a line, so that a term may begin in one and end in another. By name: to ask for the style costs a layout. */
const inline = new Set(
  'a,abbr,acronym,b,bdi,bdo,big,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,nobr,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr'.split(
    ',',
  ),
);

/**
 * Nothing is underlined in these: no text of the page, not to be painted in, or the names of fields, columns and of what
 * can be pressed, which a clerk reads a hundred times a day.
 */
const skipped = new Set(
  'script,style,noscript,template,head,textarea,select,datalist,input,button,label,legend,dt,th,nav,svg,math,canvas,video,audio,object'.split(
    ',',
  ),
);
const skippedByAttribute =
  '[contenteditable]:not([contenteditable="false" i]),[role=textbox],[role=button],[role=navigation],[role=menu],[role=menubar],[role=tablist]';
const skippedAnywhere = `${[...skipped].join()},${skippedByAttribute}`;

export const isInline = (element: Element) => inline.has(element.localName);

/** Whether neither the element nor anything in it is to be looked at. */
export function isSkipped(element: Element): boolean {
  if (skipped.has(element.localName)) return true;
  return (
    (element.hasAttribute('contenteditable') || element.hasAttribute('role')) &&
    element.matches(skippedByAttribute)
  );
}

/** Whether it stands in something that is not to be looked at, shadow roots passed. */
export function isWithinSkipped(owner: Owner): boolean {
  for (let at: Owner | null = owner; at; ) {
    const element: Element = at.nodeType === 1 ? (at as Element) : (at as ShadowRoot).host;
    if (element.closest(skippedAnywhere)) return true;
    const root = element.getRootNode();
    at = root.nodeType === 11 ? (root as ShadowRoot) : null;
  }
  return false;
}

/** Whose line a node stands in; null for the document itself. */
export function ownerOf(node: Node): Owner | null {
  for (let at: Node | null = node.nodeType === 1 ? node : node.parentNode; at; at = at.parentNode) {
    if (at.nodeType === 9) return null;
    if (at.nodeType !== 1 || !isInline(at as Element)) return at as Owner;
  }
  return null;
}
