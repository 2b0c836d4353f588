/** Keeps photos of a report that waits for a connection, by its key. IndexedDB, since they are large. */
const DATABASE = 'report-photos';
const SHELF = 'photos';

/** @returns false where the device has no room or keeps nothing. */
export async function shelvePhotos(key: string, photos: readonly Blob[]): Promise<boolean> {
  try {
    await transact('readwrite', (shelf) =>
      photos.length === 0 ? shelf.delete(key) : shelf.put(photos, key),
    );
    return true;
  } catch {
    return false;
  }
}

export async function shelvedPhotos(key: string): Promise<readonly Blob[]> {
  try {
    const photos: unknown = await transact('readonly', (shelf) => shelf.get(key));
    return Array.isArray(photos) ? photos.filter((photo) => photo instanceof Blob) : [];
  } catch {
    return [];
  }
}

async function transact(
  mode: IDBTransactionMode,
  act: (shelf: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise<unknown>((resolve, reject) => {
      const transaction = database.transaction(SHELF, mode);
      const done = act(transaction.objectStore(SHELF));
      transaction.oncomplete = () => resolve(done.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('the database is held by an older page'));
  });
}
