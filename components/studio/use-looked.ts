import { useEffect, useMemo, useRef, useState } from 'react';
import type { PageLook, System } from '@/lib/page';
import type { OpenTab } from './Bench';
import type { PointingDesk } from './pointing-desk';

/** What the open pages are by the systems of the draft. */
export interface Looked {
  /** The tabs as their reader would tell them, were the draft in force. */
  tabs: readonly OpenTab[];
  /** By tab; a page that cannot be asked is missing. */
  looks: ReadonlyMap<number, PageLook>;
  isReading: boolean;
}

/**
 * Looks at all open pages by the systems of the draft, whenever these change or a reader tells something new: a reader
 * knows only the systems in force.
 *
 * @param systems null where the draft describes none: then the readers are right
 */
export function useLooked(
  tabs: readonly OpenTab[],
  systems: System[] | null,
  lookIn: PointingDesk['lookIn'],
): Looked {
  const [looked, setLooked] = useState<{ asked: string; looks: Map<number, PageLook> } | null>(null);
  const look = useRef(lookIn);
  look.current = lookIn;
  const asked = useMemo(() => systems && JSON.stringify(systems), [systems]);
  const wanted = useRef({ asked, tabs });
  const isLooking = useRef(false);
  if (wanted.current.asked !== asked || wanted.current.tabs !== tabs) wanted.current = { asked, tabs };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word of a reader is another page
  useEffect(() => {
    const lookAtAll = async () => {
      if (isLooking.current) return;
      isLooking.current = true;
      // A word typed meanwhile is looked for next, as it stands then: pages are not asked for each letter.
      for (let now: typeof wanted.current | null = null; now !== wanted.current; ) {
        now = wanted.current;
        const { asked: order } = now;
        if (order === null) break;
        const answers = await Promise.all(
          now.tabs.map(async ({ tabId }) => {
            const answer = await look.current(tabId, JSON.parse(order)).catch(() => null);
            return [tabId, answer] as const;
          }),
        );
        const looks = new Map(answers.flatMap(([tabId, answer]) => (answer ? [[tabId, answer]] : [])));
        setLooked({ asked: order, looks });
      }
      isLooking.current = false;
    };
    void lookAtAll();
  }, [asked, tabs]);

  return useMemo(() => {
    if (asked === null || looked === null)
      return { tabs, looks: new Map(), isReading: asked !== null && tabs.length > 0 };
    const seen = tabs.map((tab) => {
      const found = looked.looks.get(tab.tabId);
      if (!found) return tab;
      const { system, view, evidence } = found;
      return { ...tab, context: { ...tab.context, system, view, evidence } };
    });
    return { tabs: seen, looks: looked.looks, isReading: looked.asked !== asked };
  }, [tabs, asked, looked]);
}
