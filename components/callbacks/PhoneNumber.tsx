import type { ReactNode } from 'react';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { coveredNumber, phoneText, spelledEnd } from './due-text';

export interface PhoneNumberProps {
  callback: Pick<Callback, 'phone' | 'extension'>;
  /** True where the profile has numbers covered and nobody has uncovered this one. */
  isCovered: boolean;
}

/** A client's number. Covered, it keeps its last three digits, by which a clerk tells two of them apart. */
export function PhoneNumber({ callback, isCovered }: PhoneNumberProps) {
  if (!isCovered) return phoneText(callback);
  return (
    <>
      <span aria-hidden="true">{coveredNumber(callback)}</span>
      <span className="visually-hidden">{t('callbacks:phone.covered', { end: spelledEnd(callback) })}</span>
    </>
  );
}

export interface UncoverButtonProps {
  isUncovered: boolean;
  onUncover(isUncovered: boolean): void;
  /** The id of what names the client. */
  describedBy?: string;
  /** Covers the number when the focus leaves it; a row covers its own when the focus leaves the row. */
  isAlone?: boolean;
  /** The letter that does the same. */
  letter?: string;
}

/** Shows the number, until it is pressed again or the focus goes elsewhere. */
export function UncoverButton(props: UncoverButtonProps) {
  const { isUncovered, onUncover, describedBy, isAlone = false, letter } = props;
  return (
    <button
      type="button"
      className="quiet"
      aria-label={t('callbacks:phone.uncoverNumber')}
      aria-pressed={isUncovered}
      aria-describedby={describedBy}
      onClick={() => onUncover(!isUncovered)}
      onBlur={() => isAlone && onUncover(false)}
    >
      {t('callbacks:phone.uncover')}
      {letter !== undefined && (
        <span className="key" aria-hidden="true">
          {letter}
        </span>
      )}
    </button>
  );
}

export interface DeedLinkProps {
  href: string;
  /** True where the address may not be seen: a browser tells it of a link on which the mouse rests. */
  isHidden: boolean;
  children: ReactNode;
  className?: string;
  'aria-describedby'?: string;
  'data-first'?: boolean;
  'data-calls'?: boolean;
  onPress?(): void;
}

/** A link that calls or writes. Where its address may not be seen it is a button that does the same. */
export function DeedLink({ href, isHidden, children, onPress, ...named }: DeedLinkProps) {
  if (!isHidden) {
    return (
      <a href={href} onClick={onPress} {...named}>
        {children}
      </a>
    );
  }
  const press = () => {
    onPress?.();
    const link = document.createElement('a');
    link.href = href;
    link.click();
  };
  return (
    <button type="button" onClick={press} {...named}>
      {children}
    </button>
  );
}
