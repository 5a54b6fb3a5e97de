// Puts the desk itself on this device, so that its pages open without a line: the files of the build and the page they
// begin with, and the worker that hands them out. Nothing of a case is among them.
interface Build {
  build: string
  files: string[]
}

/** The pages of the desk all begin with this one. */
const BEGINNING = '/desk'

/** A device on which this fails works on with a line; the next visit tries again. */
export async function installDesk(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return
  try {
    const answer = await fetch('/desk-files.json')
    if (!answer.ok) return
    const { build, files } = (await answer.json()) as Build
    const cache = await caches.open(`guijia-desk-${build}`)
    const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
    await cache.addAll(files.filter((file) => !there.has(file)))
    await cache.add(BEGINNING)
    await navigator.serviceWorker.register('/worker.js', { scope: BEGINNING })
  } catch (said) {
    // No line, or no room: both end a promise like this. Anything else is a fault of ours.
    if (!(said instanceof TypeError || said instanceof DOMException)) throw said
  }
}
