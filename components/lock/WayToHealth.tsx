import { type ReactNode, useState } from 'react';
import { t } from './words';

/**
 * How Obok is, for whoever helps where it is locked: nobody's data stands in it. Here where the page has it, else in the
 * options.
 */
export function WayToHealth({ children }: { children: ReactNode }) {
  const [isOpen, open] = useState(children !== null && location.hash === '#stan');
  if (children === null)
    return (
      <a className="lock-health" href="/options.html#stan" target="_blank" rel="noreferrer">
        {t('lock:screen.health')}
      </a>
    );
  return (
    <>
      <button
        type="button"
        className="quiet lock-health"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {t('lock:screen.health')}
      </button>
      {isOpen && children}
    </>
  );
}
