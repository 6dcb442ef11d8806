import type { Seat } from './seat/seat';

/** Empties what the clerk has done so far, so that no test lives off another's budget. */
export async function clearDesk(seat: Seat): Promise<void> {
  await seat.inExtension(
    `await api.storage.session.clear();
     const database = await new Promise((resolve, reject) => {
       const request = indexedDB.open('obok');
       request.onsuccess = () => resolve(request.result);
       request.onerror = () => reject(request.error);
     });
     const names = ['history', 'encounters', 'callbacks'].filter((name) => database.objectStoreNames.contains(name));
     if (names.length > 0) await new Promise((resolve, reject) => {
       const transaction = database.transaction(names, 'readwrite');
       for (const name of names) transaction.objectStore(name).clear();
       transaction.oncomplete = resolve;
       transaction.onerror = () => reject(transaction.error);
     });
     database.close();`,
  );
}

/** What became of reminders, oldest first. */
export async function historyOf(
  seat: Seat,
): Promise<{ reminderId: string; kind: string; caseKey?: string; encounterId?: string }[]> {
  return seat.inExtension(
    `const database = await new Promise((resolve, reject) => {
       const request = indexedDB.open('obok');
       request.onsuccess = () => resolve(request.result);
       request.onerror = () => reject(request.error);
     });
     try {
       if (!database.objectStoreNames.contains('history')) return [];
       return await new Promise((resolve, reject) => {
         const request = database.transaction('history').objectStore('history').getAll();
         request.onsuccess = () => resolve(request.result);
         request.onerror = () => reject(request.error);
       });
     } finally { database.close(); }`,
  );
}
