import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const key = 'callback-entry';

/** The line that is being typed. In memory of the browser (`storage.session`), so that closing the panel loses nothing. */
export function useKeptEntry(): [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => {
    let isOver = false;
    browser.storage.session.get(key).then(
      (stored) => isOver || setText((typed) => typed || ((stored[key] as string | undefined) ?? '')),
      () => null, // An empty line is what the screen shows already.
    );
    // Erased with all that is known of a person: what stands in the line must not bring it back.
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && changes[key] && changes[key].newValue === undefined) setText('');
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => {
      isOver = true;
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, []);
  return [
    text,
    (typed) => {
      setText(typed);
      browser.storage.session.set({ [key]: typed }).catch(() => null);
    },
  ];
}
