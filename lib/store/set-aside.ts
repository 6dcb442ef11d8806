/** Rows that were found not to open, by table: damaged on the disk, or their key is gone. */
const setAside = new Map<string, Set<string>>();
const listeners = new Set<() => void>();

export const idsSetAside = (table: string): string[] => [...(setAside.get(table) ?? [])];

/** Calls `listener` whenever more rows, or fewer, were found not to open. @returns stops it */
export function watchSetAside(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes which of the rows that were just read do not open; one that opens after all is noted no more. */
export function noteSetAside(table: string, rows: readonly (readonly [id: string, isOpen: boolean])[]): void {
  const ids = setAside.get(table) ?? new Set();
  const changed = rows.filter(([id, isOpen]) => ids.has(id) === isOpen);
  if (changed.length === 0) return;
  setAside.set(table, ids);
  for (const [id, isOpen] of changed) {
    if (isOpen) ids.delete(id);
    else ids.add(id);
  }
  for (const listener of [...listeners]) listener();
}
