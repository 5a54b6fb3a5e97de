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

const MARK = readFileSync(resolve(import.meta.dirname, 'shared/mark.svg'), 'utf8').trim()

/** The mark of the house is written into the pages: it is no file that each of them asks for. */
function mark(): Plugin {
  return { name: 'mark', transformIndexHtml: { order: 'pre', handler: (page) => page.replace('__MARK__', `data:image/svg+xml,${encodeURIComponent(MARK)}`) } }
}

/** Whatever more than one page needs comes with the entry itself, so that a page is the entry and a file of its own, and not
 *  one for each of the pages it shares something with. The pages of an assessor are one file: they come to all of them. */
function groupsOf(entry: string): Rolldown.CodeSplittingGroup[] {
  const isAssessors = (id: string) => id.includes('/desk/assess/')
  const withEntry = (id: string, modules: Rolldown.ChunkingContext) => {
    const pages = pagesWith(id, modules)
    return pages.has(FIRST) || (pages.size > 1 && !isAssessors(id)) ? entry : null
  }
  return [
    { debugName: 'entry', name: withEntry, priority: 1 },
    { name: 'assess', test: isAssessors },
  ]
}

const FIRST = 'first'

/** The pages that a module comes with: the first, which the entry itself draws, and those that are read when they are come to. */
function pagesWith(id: string, modules: Rolldown.ChunkingContext): Set<string> {
  const pages = new Set<string>()
  const seen = new Set<string>()
  const visit = (each: string): void => {
    const module = modules.getModuleInfo(each)
    if (!module || seen.has(each)) return
    seen.add(each)
    if (module.isEntry) pages.add(FIRST)
    if (module.dynamicImporters.length > 0) pages.add(each)
    module.importers.forEach(visit)
  }
  visit(id)
  return pages
}

/** What lets the desk be put on a device: the list of its files, the worker that hands them out without a line, and the
 *  manifest. They lie at the root, under names that stay. */
function onTheDevice(): Plugin {
  const source = (name: string) => readFileSync(resolve(import.meta.dirname, 'desk/assess/device', name), 'utf8')
  return {
    name: 'on-the-device',
    generateBundle: {
      // After everything else: what no file refers to is gone by then.
      order: 'post',
      handler(_, bundle) {
        const files = Object.keys(bundle).filter((name) => name.startsWith('assets/')).map((name) => `/${name}`)
        const build = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 16)
        const mark = `/${this.getFileName(this.emitFile({ type: 'asset', name: 'mark.svg', source: MARK }))}`
        const emit = (fileName: string, text: string) => this.emitFile({ type: 'asset', fileName, source: text })
        emit('desk-files.json', JSON.stringify({ build, files }))
        emit('worker.js', source('worker.js').replace('__BUILD__', build).replace('__FILES__', JSON.stringify(files)))
        emit('desk.webmanifest', source('desk.webmanifest').replace('__MARK__', mark))
      },
    },
  }
}

const service = process.env['GUIJIA'] ?? 'http://127.0.0.1:7100'

const ENTRIES = ['family', 'desk']

// Each entry is built by itself (`--mode`), so that no file has to lie between them for what both are made of.
export default defineConfig(({ mode }) => ({
  plugins: [react(), entries(), mark(), mode === 'desk' && onTheDevice()],
  build: {
    target: 'chrome100',
    outDir: 'dist',
    emptyOutDir: mode === ENTRIES[0],
    // Small files become files too: the policy of the pages allows no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: `.vite/${mode}.json`,
    // What is too large `scripts/sizes.js` says.
    chunkSizeWarningLimit: Infinity,
    // One style sheet for all pages of an entry.
    cssCodeSplit: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.filter((entry) => entry === mode).map((entry) => [entry, resolve(import.meta.dirname, entry, 'index.html')])),
      output: { codeSplitting: { groups: groupsOf(mode) } },
    },
  },
  server: { port: 7150, proxy: { '/v1': service } },
}))
