// Puts a small form of each built file beside it: the service sends what a browser takes and compresses nothing itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }

for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|html|svg|json|webmanifest)$/.test(name)) continue
  const bytes = readFileSync(new URL(name, dist))
  const forms = { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) }
  for (const [end, small] of Object.entries(forms)) {
    // Where nothing is won, the plain file is sent.
    if (small.length < bytes.length) writeFileSync(new URL(`${name}.${end}`, dist), small)
  }
}
