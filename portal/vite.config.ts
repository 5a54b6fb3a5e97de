// How the two entries are built: the family's at `/`, the staff's at `/desk`, files with immutable names in `/assets`.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

const service = process.env['GUIJIA'] ?? 'http://127.0.0.1:7100'

export default defineConfig({
  plugins: [react(), entries()],
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
