// The gate of the sizes: what a first page loads and what each later one adds, compressed with gzip. Read from the
// manifests that the build leaves beside the files, one for each entry.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1024
const LIMITS = { family: { first: 110, later: 15, css: 12 }, desk: { first: 220, later: 90, css: 25 } }

const dist = new URL('../dist/', import.meta.url)
const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length

/** Everything that comes with a chunk before it can run. */
function closure(manifest, key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const other of manifest[key].imports ?? []) closure(manifest, other, found)
  return found
}

const weigh = (manifest, keys) => keys.reduce((sum, key) => sum + size(manifest[key].file), 0)

let broken = false
function judge(what, bytes, limit) {
  const over = bytes > limit * KB
  broken ||= over
  console.log(`${over ? 'OVER' : 'ok  '} ${(bytes / KB).toFixed(1).padStart(7)} KB of ${String(limit).padStart(3)}  ${what}`)
}

for (const [entry, limit] of Object.entries(LIMITS)) {
  const manifest = JSON.parse(readFileSync(new URL(`.vite/${entry}.json`, dist), 'utf8'))
  // The Chinese catalogue is part of the entry.
  const first = closure(manifest, `${entry}/index.html`)
  judge(`${entry}: JavaScript of the first page`, weigh(manifest, [...first]), limit.first)
  for (const [key, { file, name }] of Object.entries(manifest)) {
    if (!file.endsWith('.js') || first.has(key) || key.startsWith(`${entry}/words/`)) continue
    const added = [...closure(manifest, key)].filter((part) => !first.has(part))
    judge(`${entry}: ${name}`, weigh(manifest, added), limit.later)
  }
  const styles = Object.keys(manifest).filter((key) => manifest[key].file.endsWith('.css'))
  judge(`${entry}: styles altogether`, weigh(manifest, styles), limit.css)
}
process.exit(broken ? 1 : 0)
