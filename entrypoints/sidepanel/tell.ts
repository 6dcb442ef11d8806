import { type Protocol, sendToBackground } from '@/lib/messaging';

type Changed = Protocol['panel→background: changed']['data']['what'];

/**
 * Has the strip decided anew. Nobody waits for it: what was written is safe, the background decides again with the next
 * page, and a page that is slow to take a strip must not keep the clerk waiting for „Gotowe”.
 */
export function tell(what: Changed): void {
  sendToBackground('panel→background: changed', { what }).catch(() => null);
}
