import type { Skeleton, SkeletonNode } from './skeleton';

/**
 * Builds the page of a skeleton in a document that nobody shows: of elements and texts, with no attribute that could load
 * or run anything.
 *
 * @param empty a new document of a `DOMParser`; it is filled
 */
export function documentOf({ title, page }: Skeleton, empty: Document): Document {
  const build = (into: Element, nodes: readonly SkeletonNode[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') {
        into.append(node);
        continue;
      }
      const [name, attributes, ...within] = node;
      const element = empty.createElement(name);
      set(element, attributes);
      build(element, within);
      into.append(element);
    }
  };
  const [, attributes, ...within] = page;
  empty.title = title;
  set(empty.body, attributes);
  build(empty.body, within);
  return empty;
}

function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
