/** A web address as the browser is asked to permit it. */
export interface Address {
  /** `https://ezd.gmina.pl`, with its port where it has one. */
  origin: string;
  /** The match pattern that stands for it, and for nothing else where the browser knows ports. */
  pattern: string;
  /** True for http, which anybody on the same network can read along. */
  isPlain: boolean;
}

/** How this browser writes match patterns. */
export interface AddressRules {
  /** False for Firefox, whose match patterns know no port: there a pattern stands for all ports of a host. */
  hasPorts: boolean;
}

/** The rules of the browser that this build is for. */
export const addressRules: AddressRules = { hasPorts: !import.meta.env.FIREFOX };

/** The match pattern of the origin to which an address of a web page belongs. */
export function patternOf({ protocol, host, hostname }: URL, { hasPorts }: AddressRules): string {
  return `${protocol}//${hasPorts ? host : hostname}/*`;
}

/**
 * Why a text is no address. `incomplete`: one word, which may be half a name. `scheme`: not a web page.
 * `credentials`: a name before „@”, by which an address looks like another one. `nonsense`: nothing a browser can open.
 */
export type AddressFault = 'empty' | 'incomplete' | 'scheme' | 'credentials' | 'nonsense';

const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const withPort = /^[^/:@\s]+:\d{1,5}(?:[/?#]|$)/;
const anyScheme = /^[a-z][a-z0-9+.-]*:/i;
// `new URL` takes „*” for a letter of a name; in a match pattern it would stand for every host.
const plainHost = /^(?:[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(?:\.|$))+$|^\[[0-9a-f:.]+\]$/;
const ipv4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Reads an address as a clerk types or pastes it: „ezd.gmina.pl”, „https://ezd.gmina.pl/sprawy?id=1”, „http://ezd:8080”.
 * Without a scheme it is taken for https.
 */
export function addressOf(text: string, rules: AddressRules): Address | AddressFault {
  const typed = text.trim();
  if (typed === '') return 'empty';
  const isWhole = withScheme.test(typed);
  if (!isWhole && !withPort.test(typed) && anyScheme.test(typed)) return 'scheme';
  let url: URL;
  try {
    url = new URL(isWhole ? typed : `https://${typed}`);
  } catch {
    return 'nonsense';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (!plainHost.test(url.hostname)) return 'nonsense';
  // „12” is read as 0.0.0.12.
  if (ipv4.test(url.hostname) && !typed.includes(url.hostname)) return 'nonsense';
  const isOneWord = !/[.:]/.test(url.hostname) && url.hostname !== 'localhost';
  if (isOneWord && !isWhole && url.port === '') return 'incomplete';
  return {
    origin: url.origin,
    pattern: patternOf(url, rules),
    isPlain: url.protocol === 'http:',
  };
}
