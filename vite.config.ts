import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
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
  },
})
