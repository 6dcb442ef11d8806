import { sendToBackground } from '@/lib/messaging';

/** Has the strip decided anew. Nobody waits for it: what was written is safe, and the next page decides again. */
export function tellSettings(): void {
  sendToBackground('panel→background: changed', { what: 'settings' }).catch(() => null);
}

/** Has readers look at their pages anew, too: another profile asks other things. */
export function tellProfile(): void {
  sendToBackground('panel→background: changed', { what: 'profile' }).catch(() => null);
}

/** Has the background look at what is due. */
export function tellCallbacks(): void {
  sendToBackground('panel→background: changed', { what: 'callbacks' }).catch(() => null);
}
