// The gate of the sizes: what a first page loads and what each later one adds, compressed with gzip. Read from the
// manifest that the build leaves beside the files.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1024
const LIMITS = { family: { first: 110, later: 15, css: 12 }, desk: { first: 220, later: 90, css: 25 } }

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length

/** Everything that comes with a chunk before it can run. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const other of manifest[key].imports ?? []) closure(other, found)
  return found
}

function weigh(keys) {
  const styles = new Set([...keys].flatMap((key) => manifest[key].css ?? []))
  return {
    js: [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0),
    css: [...styles].reduce((sum, file) => sum + size(file), 0),
  }
}

/** Every chunk that is read only when it is asked for, from anywhere below an entry. */
function later(first) {
  const found = new Set()
  const visit = (key) => {
    for (const other of manifest[key].dynamicImports ?? []) {
      if (found.has(other)) continue
      found.add(other)
      for (const part of closure(other)) visit(part)
    }
  }
  for (const key of first) visit(key)
  return found
}

let broken = false
function judge(what, bytes, limit) {
  const over = bytes > limit * KB
  broken ||= over
  console.log(`${over ? 'OVER' : 'ok  '} ${(bytes / KB).toFixed(1).padStart(7)} KB of ${String(limit).padStart(3)}  ${what}`)
}

for (const [entry, limit] of Object.entries(LIMITS)) {
  const first = closure(`${entry}/index.html`)
  const loose = later(first)
  // The catalogue of one language comes with the first page.
  for (const key of loose) if (/words\/zh-CN/.test(key)) for (const part of closure(key)) first.add(part)
  const weight = weigh(first)
  judge(`${entry}: JavaScript of the first page`, weight.js, limit.first)
  let css = weight.css
  for (const key of loose) {
    if (first.has(key) || /words\//.test(key)) continue
    const added = weigh(new Set([...closure(key)].filter((part) => !first.has(part))))
    css += added.css
    judge(`${entry}: ${key}`, added.js, limit.later)
  }
  judge(`${entry}: styles altogether`, css, limit.css)
}
process.exit(broken ? 1 : 0)
