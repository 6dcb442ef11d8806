/** Runs in a context of the extension: every promise as it is stored. */
export const readRows = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const request = database.transaction('callbacks').objectStore('callbacks').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally { database.close(); }`;
