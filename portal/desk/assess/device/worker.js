// Hands out the desk's own files where there is no line. It holds nothing of a case and asks nobody: its policy lets it
// connect to nothing, so a page comes from the browser's own request, or else from what was put away before.
/* global self, caches, URL, Response, setTimeout */
const CACHE = 'guijia-desk-__BUILD__'
const FILES = new Set(__FILES__)
const BEGINNING = '/desk'
const WAITS = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(begin()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(page(event))
  else if (FILES.has(new URL(event.request.url).pathname)) event.respondWith(kept(event.request))
})

/** From now on a page is asked for while this worker wakes; what an earlier build left goes. */
async function begin() {
  await self.registration.navigationPreload?.enable()
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('guijia-desk-') && name !== CACHE).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The service's page while it answers in time; else the one that was put away. */
async function page(event) {
  const fresh = Promise.resolve(event.preloadResponse).catch(() => undefined)
  const late = new Promise((wait) => setTimeout(wait, WAITS))
  return (await Promise.race([fresh, late])) ?? kept(BEGINNING)
}

async function kept(what) {
  const cache = await caches.open(CACHE)
  return (await cache.match(what, { ignoreVary: true })) ?? Response.error()
}
