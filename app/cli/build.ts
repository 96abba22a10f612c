import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { generate } from './generate'

// Everything that a build is made of.
const SOURCES = [
  'app',
  'prisma',
  'public',
  'server.ts',
  'vite.config.ts',
  'remix.config.js',
  'package-lock.json',
]

/** Builds what the sources have outgrown: generated files, Remix's bundles, the server. */
export async function buildIfStale(root: string): Promise<void> {
  const stamp = join(root, 'build', 'stamp')
  if (existsSync(stamp) && newest(root, SOURCES) < statSync(stamp).mtimeMs) return
  const startedAt = new Date()
  generate(root)
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js')
  execFileSync(process.execPath, [remix, 'vite:build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await bundle({
    absWorkingDir: root,
    entryPoints: ['server.ts'],
    outfile: 'build/server/main.js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    external: ['vite'],
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  compressAssets(join(root, 'build', 'client', 'assets'))
  // A file that was changed while building counts as newer than the build.
  writeFileSync(stamp, startedAt.toISOString())
  utimesSync(stamp, startedAt, startedAt)
}

/** Puts a compressed copy beside each text file, once: the server sends it as it lies there. */
function compressAssets(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (!/\.(css|js|svg)$/.test(name) || existsSync(`${file}.br`)) continue
    const bytes = readFileSync(file)
    if (bytes.length < 500) continue
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function newest(root: string, names: readonly string[]): number {
  let time = 0
  for (const name of names) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const status = statSync(path)
    if (!status.isDirectory()) time = Math.max(time, status.mtimeMs)
    else if (name !== 'generated') time = Math.max(time, newest(path, readdirSync(path)))
  }
  return time
}

if (process.argv[1]?.endsWith('build.ts')) await buildIfStale(process.cwd())
