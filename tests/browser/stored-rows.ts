/** Runs in a context of the extension: `storedRows(table)`, every row of a table with what is sealed in it, opened. */
export const storedRows = `
  const storedRows = async (table) => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('obok');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const allOf = (name) => new Promise((resolve, reject) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const rows = await allOf(table);
      if (!rows.some(({ sealed }) => sealed?.box)) return rows.map(({ sealed: _, ...clear }) => clear);
      const keys = new Map((await allOf('keys')).map(({ id, key }) => [id, key]));
      return await Promise.all(rows.map(async ({ sealed, ...clear }) => {
        if (!sealed?.box) return clear;
        const iv = sealed.box.slice(0, 12);
        const additionalData = new TextEncoder().encode(table + '/' + clear.id);
        const key = keys.get(sealed.key);
        const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed.box.slice(12));
        return { ...clear, ...JSON.parse(new TextDecoder().decode(text)) };
      }));
    } finally { database.close(); }
  };`;

/** Runs in a context of the extension: every promise as the clerk wrote it. */
export const readRows = `${storedRows} return storedRows('callbacks');`;
