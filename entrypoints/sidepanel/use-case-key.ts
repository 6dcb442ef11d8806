import { useEffect, useState } from 'react';
import type { OpenPage } from '@/components/now';
import { caseKeyOf } from '@/lib/store';

/** The key under which the case in hand stands in history; null where none is, and until it is known. */
export function useCaseKey(page: OpenPage): string | null {
  const sign = page.kind === 'read' ? page.context.caseInHand : null;
  const raw = sign?.raw ?? null;
  const [known, setKnown] = useState<{ raw: string; key: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sign is told by its text; the object is new each time
  useEffect(() => {
    if (sign === null || raw === null) return;
    let isOver = false;
    caseKeyOf(sign).then(
      (key) => isOver || setKnown({ raw, key }),
      () => isOver || setKnown(null), // Without a key there is no „Nie w tej sprawie”, and nothing worse.
    );
    return () => {
      isOver = true;
    };
  }, [raw]);
  return known !== null && known.raw === raw ? known.key : null;
}
