// Everything the browser keeps for the pages, as bytes: to look for what nobody may find there.
import type { Page } from '@playwright/test'

/** The texts of all storages, each stretch of bytes read as UTF-8 and as UTF-16. Keys are told by whether they can be taken out. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const done = <Result>(asked: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error ?? new Error('not read'))
      })
    const tell = (value: unknown): void => {
      if (value instanceof CryptoKey) parts.push(`key, extractable: ${value.extractable}`)
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer)
        parts.push(new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes))
      } else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(([name, member]) => (parts.push(name), tell(member)))
      else parts.push(String(value))
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const base = await done(indexedDB.open(name))
      for (const store of base.objectStoreNames) for (const record of await done(base.transaction(store).objectStore(store).getAll())) tell(record)
      base.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) parts.push(request.url, await ((await cache.match(request))?.text() ?? ''))
    }
    return parts.join('\n')
  })
}

/** How many sealed records lie on the device. */
export function recordsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('guijia-device')
        asked.onerror = () => reject(asked.error ?? new Error('not opened'))
        asked.onsuccess = () => {
          const base = asked.result
          const count = base.transaction('records').objectStore('records').count()
          count.onsuccess = () => {
            base.close()
            resolve(count.result)
          }
        }
      }),
  )
}
