import { lazy } from 'react';
import { Brought } from './Brought';

const Health = lazy(() => import('./Health').then((part) => ({ default: part.Health })));

/** „Stan Oboka”, also where nothing else can be shown: the store is not to be opened, or is locked. */
export function BroughtHealth() {
  return (
    <Brought>
      <Health />
    </Brought>
  );
}
