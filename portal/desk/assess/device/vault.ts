// What this device keeps for one person: sealed with AES-GCM under a key that the browser makes, that no script can read
// out, and that goes at sign-out. A name is sealed in with what it names, so nothing can be put in another's place.
const BASE = 'guijia-device'
const KEYS = 'keys'
const RECORDS = 'records'
const UNTIL = 'until'
const HOUR = 3_600_000

interface Sealed {
  id: string
  owner: string
  /** When it goes, in milliseconds. */
  until: number
  nonce: Uint8Array<ArrayBuffer>
  text: ArrayBuffer
}

export interface Vault {
  /** Ends when it lies on the disk; a device that is full refuses it. */
  keep: (name: string, value: unknown, hours: number) => Promise<void>
  keepBytes: (name: string, value: ArrayBuffer, hours: number) => Promise<void>
  read: (name: string) => Promise<unknown>
  readBytes: (name: string) => Promise<ArrayBuffer | undefined>
  /** Everything whose name begins so. */
  all: (start: string) => Promise<unknown[]>
  drop: (name: string) => Promise<void>
}

/** A browser keeps nothing sealed where the page did not come over a safe line, nor in some private windows. */
export function canKeep(): boolean {
  return window.isSecureContext && 'indexedDB' in window && 'subtle' in crypto
}

/** A device that cannot keep something must say so: the page still has it in memory. */
export function sayNotKept(): void {
  window.dispatchEvent(new Event('guijia-not-kept'))
}

/** Opens what is kept for somebody, and takes away whatever has run out, whosever it is. */
export async function openVault(owner: string): Promise<Vault> {
  const base = await openBase()
  await sweep(base)
  const key = await keyOf(base, owner)
  const idOf = (name: string) => `${owner}/${name}`
  const records = () => base.transaction(RECORDS).objectStore(RECORDS)
  const keepBytes = async (name: string, value: BufferSource, hours: number) => {
    const id = idOf(name)
    const nonce = crypto.getRandomValues(new Uint8Array(12))
    const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bytes(id) }, key, value)
    const sealed: Sealed = { id, owner, until: Date.now() + hours * HOUR, nonce, text }
    await written(base, (store) => store.put(sealed))
  }
  const readBytes = async (name: string) => {
    const sealed = (await done(records().get(idOf(name)))) as Sealed | undefined
    return sealed && sealed.until > Date.now() ? unseal(sealed, key) : undefined
  }
  return {
    keep: (name, value, hours) => keepBytes(name, bytes(JSON.stringify(value)), hours),
    keepBytes,
    read: async (name) => {
      const plain = await readBytes(name)
      return plain && parsed(plain)
    },
    readBytes,
    all: async (start) => {
      const from = idOf(start)
      const found = (await done(records().getAll(IDBKeyRange.bound(from, `${from}\uffff`)))) as Sealed[]
      return Promise.all(found.filter(({ until }) => until > Date.now()).map(async (sealed) => parsed(await unseal(sealed, key))))
    },
    drop: (name) => written(base, (store) => store.delete(idOf(name))),
  }
}

/** Takes everything away, of everybody: the keys first, without which the rest is noise. */
export async function emptyDevice(): Promise<void> {
  const base = await openBase()
  await done(base.transaction(KEYS, 'readwrite').objectStore(KEYS).clear())
  await done(base.transaction(RECORDS, 'readwrite').objectStore(RECORDS).clear())
  base.close()
}

async function openBase(): Promise<IDBDatabase> {
  const asked = indexedDB.open(BASE, 2)
  asked.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      asked.result.createObjectStore(KEYS, { keyPath: 'owner' })
      asked.result.createObjectStore(RECORDS, { keyPath: 'id' })
    }
    // What has run out is found without reading a photo.
    asked.transaction?.objectStore(RECORDS).createIndex(UNTIL, 'until')
  }
  const opened = await done(asked)
  // A window with another build waits for nobody.
  opened.onversionchange = () => opened.close()
  return opened
}

/** The key of a person on this device. It can be used here, and not be taken out. */
async function keyOf(base: IDBDatabase, owner: string): Promise<CryptoKey> {
  const known = (await done(base.transaction(KEYS).objectStore(KEYS).get(owner))) as { key: CryptoKey } | undefined
  if (known) return known.key
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done(base.transaction(KEYS, 'readwrite').objectStore(KEYS).put({ owner, key }))
  return key
}

/** A key of which nothing is left goes, too. Nothing is read but the names, which begin with their owner. */
async function sweep(base: IDBDatabase): Promise<void> {
  const both = base.transaction([KEYS, RECORDS], 'readwrite')
  const records = both.objectStore(RECORDS)
  const gone = await done(records.index(UNTIL).getAllKeys(IDBKeyRange.upperBound(Date.now())))
  for (const id of gone) records.delete(id)
  const owners = new Set((await done(records.getAllKeys())).map(ownerOf))
  for (const id of gone) if (!owners.has(ownerOf(id))) both.objectStore(KEYS).delete(ownerOf(id))
}

function ownerOf(id: IDBValidKey): string {
  return String(id).split('/', 1)[0] ?? ''
}

function unseal(sealed: Sealed, key: CryptoKey): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce, additionalData: bytes(sealed.id) }, key, sealed.text)
}

function parsed(plain: ArrayBuffer): unknown {
  return JSON.parse(new TextDecoder().decode(plain)) as unknown
}

/** Whether there was room is known only when the whole of it was written. */
function written(base: IDBDatabase, write: (records: IDBObjectStore) => IDBRequest): Promise<void> {
  const work = base.transaction(RECORDS, 'readwrite')
  write(work.objectStore(RECORDS))
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error ?? new Error('the device keeps nothing'))
  })
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function done<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the device keeps nothing'))
  })
}
