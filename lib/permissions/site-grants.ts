/** One address that the browser lets Obok read. */
export interface SiteGrant {
  pattern: string;
  /** As a person reads it: `https://ezd.gmina.pl`. */
  origin: string;
  /** True where the office's own build fixed it: nobody can take it back here. */
  isFixed: boolean;
}

/** `https://ezd.gmina.pl/*` → `https://ezd.gmina.pl`. */
function originOfPattern(pattern: string): string {
  return pattern.replace(/\/\*?$/, '');
}

/**
 * The web addresses among what the browser has granted, sorted, each once.
 *
 * @param granted `permissions.getAll().origins`
 * @param fixed `host_permissions` of the manifest
 */
export function siteGrants(granted: readonly string[], fixed: readonly string[]): SiteGrant[] {
  const isFixed = new Set(fixed);
  return [...new Set([...fixed, ...granted])]
    .filter((pattern) => /^(?:https?|\*):\/\//.test(pattern) || pattern === '<all_urls>')
    .map((pattern) => ({ pattern, origin: originOfPattern(pattern), isFixed: isFixed.has(pattern) }))
    .sort((a, b) => a.origin.localeCompare(b.origin, 'pl'));
}

/**
 * Whether some address of a server may be read, as far as the grants tell.
 *
 * @param host the beginning of a server's name, with or without its port, as a system's description has it
 * @returns null for a beginning that may be of any server: „ezd.”
 */
export function isHostPermitted(host: string, grants: readonly SiteGrant[]): boolean | null {
  const [name = '', port] = host.trim().toLowerCase().split(':');
  if (name === '' || name.endsWith('.')) return null;
  return grants.some(({ origin }) => {
    const [granted = '', itsPort] = origin.replace(/^.*:\/\//, '').split(':');
    if (itsPort !== undefined && port !== undefined && itsPort !== port) return false;
    if (granted === '<all_urls>' || granted === '*') return true;
    const everyOne = /^\*\.(.+)/.exec(granted)?.[1];
    return everyOne === undefined
      ? granted.startsWith(name)
      : name === everyOne || name.endsWith(`.${everyOne}`);
  });
}
