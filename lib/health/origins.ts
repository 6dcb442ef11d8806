/** The origin of an address or a match pattern, and nothing else of it: a path may name a case. */
export function originOf(address: string): string {
  if (address === '<all_urls>') return '*';
  const [, scheme, host] = /^(https?|\*):\/\/(?:[^/@?#]*@)?([^/?#@]+)/i.exec(address) ?? [];
  return host === undefined ? '?' : `${scheme}://${host}`.toLowerCase();
}

/** Each origin once, sorted. */
export function originsIn(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map(originOf))].sort();
}
