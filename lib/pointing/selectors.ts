import type { PointedElement } from './pointed';

/** As long as a selector of a profile may be. */
const longest = 120;
/** Attributes that say in words what the element is for. */
const captions = ['aria-label', 'placeholder', 'alt'];
/** Attributes by which the system's own programs and its server know it. */
const names = ['name', 'data-testid', 'data-test', 'data-qa', 'data-action'];
/** What an element is called while something goes on, and not what it is. */
const passing =
  /^(?:is-|has-|ng-|js-)|^(?:active|selected|current|open|opened|closed|hover|focus|focused|disabled|hidden|visible|first|last|odd|even|wybrany|wybrana|aktywny|aktywna)$/i;

/**
 * Short selectors of the safe grammar that find the element: by words before names, by names before ids, by ids before
 * classes. Never by what a program has made up.
 */
export function selectorsOf(element: Element): PointedElement[] {
  const tag = /^[a-z][\w-]*$/.test(element.localName) ? element.localName : '';
  const by = (attributes: string[], kind: PointedElement['by'], isGood: (value: string) => boolean) =>
    attributes.flatMap((name): PointedElement[] => {
      const value = element.getAttribute(name) ?? '';
      return isGood(value) ? [{ selector: `${tag}[${name}="${value}"]`, by: kind }] : [];
    });
  const { id } = element;
  const classes = (element.getAttribute('class') ?? '').split(/\s+/u);
  const own = classes.find((one) => isWritten(one) && !passing.test(one));
  return [
    ...by(captions, 'caption', isWords),
    ...by(names, 'name', isWritten),
    ...(typeof id === 'string' && isWritten(id) ? [{ selector: `${tag}#${id}`, by: 'id' as const }] : []),
    ...(own === undefined ? [] : [{ selector: `${tag}.${own}`, by: 'class' as const }]),
  ].filter(({ selector }) => selector.length <= longest);
}

/** A caption of the interface: a few words without a number. */
const isWords = (value: string) =>
  /^\p{L}[^"\\\d\p{C}]{1,60}$/u.test(value) && value.trim() === value && !/\s{2}/u.test(value);

/** A name that a person wrote: words joined by hyphens or humps; no digits, no hash, no css module. */
function isWritten(name: string): boolean {
  if (!/^[a-zA-Z][a-zA-Z_-]{2,29}$/.test(name) || /__|--|_$|-$/.test(name)) return false;
  if (/^(?:css|sc|jss|emotion|mui|ember|ext|gwt|svelte|react|radix|headlessui|mat|cdk|v)-/i.test(name))
    return false;
  const words = name.split(/[-_]|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
  // „kXbQz”, „Header_bTqfa”: each word of a person's has a vowel.
  return (
    words.length <= 4 &&
    words.every((word) => /[aeiouy]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/i.test(word))
  );
}
