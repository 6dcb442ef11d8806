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
    return () => {
      isOver = true;
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
