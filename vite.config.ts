import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * What nearly every page has comes in one file, what topics have in a second: not in dozens of small ones, each a
 * request of its own. The first holds the order of the layers, and comes before all others.
 */
function sharedChunk(id: string): string | undefined {
  if (/\/app\/(styles|components\/(ui|layout))\//.test(id)) return 'frame'
  return /\/app\/components\/(comment|person|response|topic)\//.test(id) ? 'reading' : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  // Nothing of the program runs in the browser.
  optimizeDeps: { noDiscovery: true, include: [] },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    // Style attributes and inline data are forbidden to guests by the content
    // security policy, so nothing may be inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: false,
    // The assets of the build before stay servable: a page that somebody has
    // open must not lose its style sheet at a release.
    emptyOutDir: false,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedChunk } },
  },
}))
