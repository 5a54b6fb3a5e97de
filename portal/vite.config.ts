// How the two entries are built: the family's at `/`, the staff's at `/desk`, files with immutable names in `/assets`.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/** In development any address below an entry is answered with that entry's page, as the service does. */
function entries(): Plugin {
  return {
    name: 'entries',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const address = request.url ?? '/'
        const page = (request.headers.accept ?? '').includes('text/html') && !address.startsWith('/v1/')
        if (page) request.url = address.startsWith('/desk') ? '/desk/index.html' : '/family/index.html'
        next()
      })
    },
  }
}

/** Every file that a page may come to need, from this one on. */
function reachedFrom(name: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): Set<string> {
  const file = bundle[name]
  if (!file || found.has(name)) return found
  found.add(name)
  if (file.type === 'asset') return found
  const { importedCss, importedAssets } = file.viteMetadata ?? {}
  for (const next of [...file.imports, ...file.dynamicImports, ...(importedCss ?? []), ...(importedAssets ?? [])]) reachedFrom(next, bundle, found)
  return found
}

/** What lets the desk be put on a device: the list of its files, the worker that hands them out without a line, and the
 *  manifest. They lie at the root, under names that stay. */
function onTheDevice(): Plugin {
  const source = (name: string) => readFileSync(resolve(import.meta.dirname, 'desk/assess/device', name), 'utf8')
  return {
    name: 'on-the-device',
    // After everything else: a chunk that held nothing but styles is gone by then.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const entry = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.facadeModuleId?.endsWith('desk/index.html'))
        const files = [...reachedFrom(entry?.fileName ?? '', bundle)].map((name) => `/${name}`)
        const build = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 16)
        const mark = `/${Object.keys(bundle).find((name) => name.startsWith('assets/mark-')) ?? ''}`
        const emit = (fileName: string, text: string) => this.emitFile({ type: 'asset', fileName, source: text })
        emit('desk-files.json', JSON.stringify({ build, files }))
        emit('worker.js', source('worker.js').replace('__BUILD__', build).replace('__FILES__', JSON.stringify(files)))
        emit('desk.webmanifest', source('desk.webmanifest').replace('__MARK__', mark))
      },
    },
  }
}

const service = process.env['GUIJIA'] ?? 'http://127.0.0.1:7100'

export default defineConfig({
  plugins: [react(), entries(), onTheDevice()],
  build: {
    target: 'chrome100',
    outDir: 'dist',
    emptyOutDir: true,
    // Small files become files too: the policy of the pages allows no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      input: {
        family: resolve(import.meta.dirname, 'family/index.html'),
        desk: resolve(import.meta.dirname, 'desk/index.html'),
      },
    },
  },
  server: { port: 7150, proxy: { '/v1': service } },
})
