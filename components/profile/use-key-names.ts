import { useEffect, useState } from 'react';
import { keyName } from '@/lib/signing';

/** The short names of public keys; empty until they are known. */
export function useKeyNames(keys: readonly string[]): string[] {
  const [names, setNames] = useState<string[]>([]);
  const all = keys.join(' ');
  useEffect(() => {
    let isOver = false;
    const named = all === '' ? [] : all.split(' ').map(keyName);
    void Promise.all(named).then((found) => isOver || setNames(found));
    return () => {
      isOver = true;
    };
  }, [all]);
  return names;
}
