import { defineContentScript } from 'wxt/utils/define-content-script';
import type { KnownNames, SkeletonAnswer } from '@/lib/skeleton/page';
import { makeSkeleton } from '@/lib/skeleton/page';

// Put into a page that a team lead chose in Studio: copies it without its values, and answers.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    Object.assign(globalThis, { obokSkeleton: copyPage });
  },
});

function copyPage(known: KnownNames): SkeletonAnswer | null {
  if (!/html/.test(document.contentType)) return null;
  const made = makeSkeleton(document, known);
  // As a text: Chromium gives back no more than a hundred levels of a value.
  return made.is === 'made'
    ? { is: 'made', source: JSON.stringify(made.skeleton), blanked: made.blanked }
    : made;
}
