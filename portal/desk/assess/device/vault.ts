// What this device keeps for one person: sealed with AES-GCM under a key that the browser makes, that no script can read
// out, and that goes at sign-out. A name is sealed in with what it names, so nothing can be put in another's place.
const BASE = 'guijia-device'
const KEYS = 'keys'
const RECORDS = 'records'
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
  keep: (name: string, value: unknown, hours: number) => Promise<void>
  read: (name: string) => Promise<unknown>
  /** Everything whose name begins so. */
  all: (start: string) => Promise<unknown[]>
  drop: (name: string) => Promise<void>
}

/** A browser keeps nothing sealed where the page did not come over a safe line, nor in some private windows. */
export function canKeep(): boolean {
  return window.isSecureContext && 'indexedDB' in window && 'subtle' in crypto
}

/** Opens what is kept for somebody, and takes away whatever has run out, whosever it is. */
export async function openVault(owner: string): Promise<Vault> {
  const base = await openBase()
  await sweep(base)
  const key = await keyOf(base, owner)
  const idOf = (name: string) => `${owner}/${name}`
  const records = (mode: IDBTransactionMode) => base.transaction(RECORDS, mode).objectStore(RECORDS)
  return {
    keep: async (name, value, hours) => {
      const id = idOf(name)
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bytes(id) }, key, bytes(JSON.stringify(value)))
      const sealed: Sealed = { id, owner, until: Date.now() + hours * HOUR, nonce, text }
      await done(records('readwrite').put(sealed))
    },
    read: async (name) => {
      const sealed = (await done(records('readonly').get(idOf(name)))) as Sealed | undefined
      return sealed && sealed.until > Date.now() ? unseal(sealed, key) : undefined
    },
    all: async (start) => {
      const from = idOf(start)
      const found = (await done(records('readonly').getAll(IDBKeyRange.bound(from, `${from}\uffff`)))) as Sealed[]
      return Promise.all(found.filter(({ until }) => until > Date.now()).map((sealed) => unseal(sealed, key)))
    },
    drop: async (name) => {
      await done(records('readwrite').delete(idOf(name)))
    },
  }
}

/** Takes everything away, of everybody: the keys first, without which the rest is noise. */
export async function emptyDevice(): Promise<void> {
  const base = await openBase()
  await done(base.transaction(KEYS, 'readwrite').objectStore(KEYS).clear())
  await done(base.transaction(RECORDS, 'readwrite').objectStore(RECORDS).clear())
  base.close()
}

function openBase(): Promise<IDBDatabase> {
  const asked = indexedDB.open(BASE, 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore(KEYS, { keyPath: 'owner' })
    asked.result.createObjectStore(RECORDS, { keyPath: 'id' })
  }
  return done(asked)
}

/** The key of a person on this device. It can be used here, and not be taken out. */
async function keyOf(base: IDBDatabase, owner: string): Promise<CryptoKey> {
  const known = (await done(base.transaction(KEYS).objectStore(KEYS).get(owner))) as { key: CryptoKey } | undefined
  if (known) return known.key
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done(base.transaction(KEYS, 'readwrite').objectStore(KEYS).put({ owner, key }))
  return key
}

/** A key of which nothing is left goes, too. */
async function sweep(base: IDBDatabase): Promise<void> {
  const both = base.transaction([KEYS, RECORDS], 'readwrite')
  const records = both.objectStore(RECORDS)
  const all = (await done(records.getAll())) as Sealed[]
  const [gone, left] = [all.filter(({ until }) => until <= Date.now()), all.filter(({ until }) => until > Date.now())]
  for (const { id } of gone) records.delete(id)
  const owners = new Set(left.map(({ owner }) => owner))
  for (const { owner } of gone) if (!owners.has(owner)) both.objectStore(KEYS).delete(owner)
}

async function unseal(sealed: Sealed, key: CryptoKey): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce, additionalData: bytes(sealed.id) }, key, sealed.text)
  return JSON.parse(new TextDecoder().decode(plain)) as unknown
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
