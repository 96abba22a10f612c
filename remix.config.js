/**
 * Remix's own settings, in one place: vite.config.ts hands them to the plugin.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  ssr: true,
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
