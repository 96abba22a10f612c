/** A whole number of megabytes, where the setting is one. */
const heap = /^\d+$/.exec(process.env['HEAP_MEGABYTES'] ?? '')?.[0] ?? '512'

/**
 * What `node` runs for the built program. The heap has a bound because its garbage is looked for the later the larger
 * it may grow: without one 400 MB gathered under load, of which 65 were in use.
 */
export const BUILT_PROGRAM = [
  '--enable-source-maps',
  `--max-old-space-size=${heap}`,
  'build/server/main.js',
]
