import { useEffect, useState } from 'react';
import type { Key } from 'react-aria-components';

/** Which part of the panel is open. Where another opens by itself, the focus that went with the old one passes to its tab. */
export function useOpenTab(first: Key): [Key, (tab: Key) => void] {
  const [tab, setTab] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is what takes the focus away
  useEffect(() => {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }, [tab]);
  return [tab, setTab];
}
