import { useEffect, useState } from 'react';
import { type ListView, usualView } from '@/lib/callbacks';
import { readCallbackView, saveCallbackView } from '@/lib/store';

/** What the list shows and in which order, as it was left. */
export function useCallbackView(): [ListView, (view: ListView) => void] {
  const [view, setView] = useState<ListView | null>(null);
  useEffect(() => {
    let isOver = false;
    readCallbackView().then(
      (kept) => isOver || setView((chosen) => chosen ?? kept),
      () => null, // The desk tells of a store that fails; the usual list is shown.
    );
    return () => {
      isOver = true;
    };
  }, []);
  return [
    view ?? usualView,
    (chosen) => {
      setView(chosen);
      saveCallbackView(chosen).catch(() => null); // Not kept, it costs the clerk one choice.
    },
  ];
}
