/**
 * A page without its values: a name of HTML, attributes, and what stands in it. A text is one of the interface's words,
 * or a blank.
 */
export type SkeletonElement = [name: string, attributes: Record<string, string>, ...within: SkeletonNode[]];
export type SkeletonNode = SkeletonElement | string;

/** A saved page, as its file holds it: structure and interface labels, nobody's data. */
export interface Skeleton {
  format: typeof skeletonFormat;
  /** The words of the page's title by which a system is known; empty for none. */
  title: string;
  /** The beginnings of host and path by which a system is known, as its description writes them; empty for none. */
  address: { host: string; path: string };
  page: SkeletonElement;
}

export const skeletonFormat = 'obok-page-skeleton/1';

/** What stands for every value. Letters, so that a value is still one to whoever reads the page. */
export const blank = 'xxx';

/** What a file may hold. The depth keeps recursion from overflowing the stack. */
export const skeletonLimits = {
  bytes: 1024 * 1024,
  depth: 120,
  elements: 15_000,
  text: 200,
} as const;

/** The made-up sign that stands for the n-th of a page: well-formed, of no office's cell and no class. */
export const madeSign = (n: number) => `AB.0000.${n}.2001`;
const madeSigns = /\bAB\.0000\.\d{1,5}\.2001\b/g;

/** A text of a skeleton without what stands for values; empty where nothing else is in it. */
export function wordsKept(text: string): string {
  const rest = text.replace(madeSigns, ' ').split(blank).join(' ').replace(/\s+/gu, ' ').trim();
  return /\p{L}/u.test(rest) ? rest : '';
}

/** With every made-up sign alike: two rows of a list differ in nothing else. */
export const withoutNumbers = (text: string) => text.replace(madeSigns, 'AB.0000.1.2001');

/** Attributes whose value is a word by which a person or a program knows the element, and not one of a few that HTML names. */
const isNamed = (attribute: string) =>
  /^(?:id|class|name|title|alt|placeholder|value|aria-label|data-[a-z-]+)$/.test(attribute);

const made = /^(?:obok-\d+|obok-menu|menu|breadcrumb|modal-title)$/;
/** What of an attribute was taken from the page: what Obok has put there itself is not. */
const takenFromPage = (attribute: string, value: string): string =>
  isNamed(attribute)
    ? value
        .split(/\s+/u)
        .filter((one) => !(/^(?:id|class)$/.test(attribute) && made.test(one)))
        .join(' ')
    : '';

/** A word that is left in a skeleton, and how often. */
export interface KeptText {
  text: string;
  count: number;
  /** `technical`: a name by which programs know the element; it is in a profile or ships with Obok. */
  kind: 'title' | 'heading' | 'label' | 'button' | 'other' | 'technical';
}

/** Every text that is in the skeleton beside blanks, each once, in the order of the page. */
export function keptTexts({ title, address, page }: Skeleton): KeptText[] {
  const kept = new Map<string, KeptText>();
  const add = (text: string, kind: KeptText['kind']) => {
    if (text === '') return;
    const key = `${kind === 'technical'} ${text}`;
    const known = kept.get(key);
    if (known) known.count += 1;
    else kept.set(key, { text, count: 1, kind });
  };
  const walk = (node: SkeletonNode, kind: KeptText['kind']) => {
    if (typeof node === 'string') return add(wordsKept(node), kind);
    const [name, attributes, ...within] = node;
    const own = kindOf(name, attributes) ?? kind;
    for (const [attribute, value] of Object.entries(attributes)) {
      const isSeen = /^(?:aria-label|title|alt|placeholder|value)$/.test(attribute);
      add(wordsKept(takenFromPage(attribute, value)), isSeen ? own : 'technical');
    }
    for (const one of within) walk(one, own);
  };
  add(wordsKept(title), 'title');
  walk(page, 'other');
  add(address.host, 'technical');
  add(address.path, 'technical');
  return [...kept.values()];
}

function kindOf(name: string, { role, type }: Record<string, string>): KeptText['kind'] | null {
  if (/^h\d$/.test(name) || role === 'heading') return 'heading';
  if (/^(?:label|dt|th|legend|caption|figcaption)$/.test(name)) return 'label';
  const isPressed =
    /^(?:button|tab|menuitem|link)$/.test(role ?? '') || /^(?:button|submit)$/.test(type ?? '');
  return /^(?:button|a|summary)$/.test(name) || isPressed ? 'button' : null;
}

/** The skeleton with a kept text blanked wherever it stands. */
export function blankText(skeleton: Skeleton, { text, kind }: KeptText): Skeleton {
  const isTechnical = kind === 'technical';
  const blanked = (one: string) =>
    wordsKept(one) === text ? (one.trimEnd().endsWith(':') ? `${blank}:` : blank) : one;
  const walk = (node: SkeletonNode): SkeletonNode => {
    if (typeof node === 'string') return isTechnical ? node : blanked(node);
    return walkElement(node);
  };
  const walkElement = ([name, attributes, ...within]: SkeletonElement): SkeletonElement => {
    const left: Record<string, string> = {};
    for (const [attribute, value] of Object.entries(attributes)) {
      const isSeen = /^(?:aria-label|title|alt|placeholder|value)$/.test(attribute);
      const isMeant = isSeen !== isTechnical && wordsKept(takenFromPage(attribute, value)) === text;
      if (!isMeant) left[attribute] = value;
    }
    return [name, left, ...within.map(walk)];
  };
  return {
    ...skeleton,
    title: !isTechnical && wordsKept(skeleton.title) === text ? '' : skeleton.title,
    address: isTechnical
      ? {
          host: skeleton.address.host === text ? '' : skeleton.address.host,
          path: skeleton.address.path === text ? '' : skeleton.address.path,
        }
      : skeleton.address,
    page: walkElement(skeleton.page),
  };
}

/** The file's text: one text or element to a line, so that anybody can read what is in it. */
export const skeletonFile = (skeleton: Skeleton) => `${JSON.stringify(skeleton, null, 1)}\n`;
