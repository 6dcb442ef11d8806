import { defineContentScript } from 'wxt/utils/define-content-script';
import { lookAtPage, type PageLook, readPage } from '@/lib/page/page';
import type { PageAnswer, Pointed, PointOrder } from '@/lib/pointing/page';
import { letPoint } from './let-point';

// Put into a page that a team lead chose in Studio: does what an order says, and answers it.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    Object.assign(globalThis, { obokPoint: carryOut });
  },
});

function carryOut(order: PointOrder): Promise<Pointed | null> | PageAnswer | PageLook | string[] | null {
  if (!/html/.test(document.contentType)) return null;
  if ('point' in order) return letPoint(order.point);
  if ('look' in order) return lookAtPage(document, order.look);
  if ('labels' in order) return Object.keys(readPage(document, []).fields);
  const { fields, terms, elements } = readPage(document, [], order.read);
  return { fields, terms, elements };
}
