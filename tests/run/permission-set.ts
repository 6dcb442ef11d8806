/** What a browser asks a person about, or lets an extension do without asking again; read from a built manifest. */
export interface PermissionSet {
  permissions: string[];
  hosts: string[];
  optionalPermissions: string[];
  optionalHosts: string[];
  /** Pages that a script is put into by the manifest. */
  scriptsIn: string[];
  /** Of extension pages: directive → sources. */
  policy: Record<string, string[]>;
}

interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
  content_security_policy?: { extension_pages?: string };
}

export function permissionSetOf(manifest: Manifest): PermissionSet {
  const directives = (manifest.content_security_policy?.extension_pages ?? '')
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name);
  return {
    permissions: manifest.permissions ?? [],
    hosts: manifest.host_permissions ?? [],
    optionalPermissions: manifest.optional_permissions ?? [],
    optionalHosts: manifest.optional_host_permissions ?? [],
    scriptsIn: (manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? []),
    policy: Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources])),
  };
}

const consequences: Record<Exclude<keyof PermissionSet, 'policy'>, string> = {
  permissions:
    'an update with a new permission that warns is switched off in Chromium and Edge, for everybody, until each accepts it; Firefox keeps the old version until then',
  hosts:
    'an update with a new host is switched off in Chromium and Edge, for everybody, until each accepts it; Firefox grants nothing and tells nobody',
  optionalPermissions: 'a store looks at the extension anew, and a person may be asked for it at any time',
  optionalHosts: 'a store looks at the extension anew, and a person may be asked for it at any time',
  scriptsIn: 'its hosts count as required: the update is switched off for everybody until each accepts it',
};

/** Sentences on what the new version asks for, or allows itself, beyond the released one; none is good. */
export function widened(released: PermissionSet, built: PermissionSet): string[] {
  const said = (Object.keys(consequences) as (keyof typeof consequences)[]).flatMap((kind) =>
    built[kind]
      .filter((one) => !released[kind].includes(one))
      .map((one) => `${kind}: “${one}” is not in the last release: ${consequences[kind]}.`),
  );
  const fallback = (set: PermissionSet, name: string) =>
    set.policy[name] ?? (name.endsWith('-src') ? set.policy['default-src'] : undefined);
  for (const name of new Set([...Object.keys(released.policy), ...Object.keys(built.policy)])) {
    const before = fallback(released, name);
    const after = fallback(built, name);
    // A directive that is missing, and has nothing to fall back on, allows all.
    if (before && !after) said.push(`policy: ${name} of the last release is gone: everything is allowed.`);
    for (const source of after ?? [])
      if (before && source !== "'none'" && !before.includes(source))
        said.push(`policy: ${name} allows ${source}, which the last release did not.`);
  }
  return said;
}
