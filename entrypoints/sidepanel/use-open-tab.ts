import { useEffect, useState } from 'react';
import type { Key } from 'react-aria-components';

/** Which part of the panel is open. Where another opens by itself, the focus that goes with the old one passes to its tab. */
export function useOpenTab(first: Key): [Key, (tab: Key) => void] {
  const [tab, setTab] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is what takes the focus away
  useEffect(() => {
    const opened = document.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    const held = document.activeElement;
    if (!opened || !held || !document.hasFocus()) return;
    // The old part stays a moment longer, and is no tab panel any more.
    const isInParts = held === document.body || held.closest('main') !== null;
    if (isInParts && held.closest('[role=tabpanel]') === null) opened.focus();
  }, [tab]);
  return [tab, setTab];
}
