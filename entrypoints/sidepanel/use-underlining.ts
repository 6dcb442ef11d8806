import { useEffect, useState } from 'react';
import type { PageUnderlining } from '@/components/glossary';
import type { OpenPage } from '@/components/now';
import { sendToBackground } from '@/lib/messaging';
import { readTabUnderlining, readUnderlining, watchStore, watchTabUnderlining } from '@/lib/store';
import { isUnderlined, underliningIn } from '@/lib/underlining';

/** Whether terms are underlined in the page beside the panel; null where Obok reads no page there. */
export function useUnderlining(page: OpenPage): PageUnderlining | null {
  const [state, setState] = useState<PageUnderlining | null>(null);
  const tabId = page.kind === 'read' ? page.tabId : null;
  const system = page.kind === 'read' ? page.context.system : null;
  useEffect(() => {
    setState(null);
    if (tabId === null) return;
    const leaving = new AbortController();
    const look = async () => {
      const [choices, { request }] = await Promise.all([readUnderlining(), readTabUnderlining(tabId)]);
      return {
        isOffered: underliningIn(system, choices) !== 'off',
        isOn: isUnderlined(system, choices, request),
      };
    };
    const show = (next: PageUnderlining) => {
      if (!leaving.signal.aborted) setState(next);
    };
    // Without it the button is not shown, and nothing is lost: the panel tells of the store elsewhere.
    watchStore(look, show, () => null, leaving.signal);
    watchTabUnderlining(tabId, () => void look().then(show, () => null), leaving.signal);
    return () => leaving.abort();
  }, [tabId, system]);
  return state;
}

export async function underline(page: OpenPage, isOn: boolean): Promise<null> {
  if (page.kind === 'read')
    await sendToBackground('panel→background: underline', { tabId: page.tabId, isOn });
  return null;
}
