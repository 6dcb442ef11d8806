import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { isStoreFailure } from '@/lib/store';

const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test('a store that cannot be opened or written is a failure of the store, a fault in the code is none', async () => {
  const store = new Dexie('desk');
  store.version(1).stores({ rows: 'id' });
  await store.table('rows').add({ id: 1 });
  expect(isStoreFailure(await failureOf(store.table('rows').add({ id: 1 })))).toBe(true);
  store.close();
  expect(isStoreFailure(await failureOf(store.table('rows').get(1)))).toBe(true);
  expect(isStoreFailure(new DOMException('', 'UnknownError'))).toBe(true);
  expect(isStoreFailure(new TypeError('a fault of ours'))).toBe(false);
  expect(isStoreFailure(undefined)).toBe(false);
});
