import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express from 'express'
import type { ViteDevServer } from 'vite'
import { controlCommands } from '~/commands/control-commands.server'
import { seedEssentials } from './prisma/seed/seed-essentials.server'
import { startWorkers } from '~/jobs/workers.server'
import { createContainer } from '~/server/container.server'
import { openControlSocket } from '~/server/control-socket.server'
import { FolderInUseError } from '~/server/db/folder-lock.server'
import { readEnvironment } from '~/server/env.server'
import { assets } from '~/server/http/assets.server'
import { routeAreas } from '~/server/http/route-areas.server'
import { drain } from '~/server/http/drain.server'
import { createSite, type Render } from '~/server/http/site.server'

// The built server lies in build/server/, the source beside package.json.
const here = dirname(fileURLToPath(import.meta.url))
const root = existsSync(join(here, 'package.json')) ? here : join(here, '..', '..')

/** How long requests that have begun may take once the program is told to stop. */
const DRAIN_MS = 8_000

async function start(): Promise<void> {
  const env = readEnvironment()
  const development = env.NODE_ENV === 'development'
  const vite = development ? await developmentServer() : undefined
  const container = await createContainer({
    env,
    migrationsFolder: join(root, 'prisma', 'migrations'),
    version: readVersion(),
    buildId: randomBytes(6).toString('hex'),
  })
  await seedEssentials(container)
  if (env.DEMO) {
    const { seedDemo } = await import('./prisma/seed/seed-demo.server')
    await seedDemo(container)
  }
  if (env.ROLE !== 'web') await startWorkers(container)
  // A database server is reached by the command line itself.
  const closeControl =
    container.database.kind === 'embedded'
      ? await openControlSocket(env.DATA_DIR, controlCommands(container), container.log)
      : undefined
  if (env.ROLE === 'worker') {
    process.stdout.write('Lianxin works on jobs.\n')
    return closeOnSignal(async () => {
      await closeControl?.()
      await container.close()
    })
  }

  const site = createSite(container, vite ? developmentRender(vite) : await builtRender())
  const app = express()
  app.disable('x-powered-by')
  if (vite) app.use(vite.middlewares)
  const client = join(root, 'build', 'client')
  app.use('/assets', assets(join(client, 'assets')))
  // Pages have no dot in their addresses: the disk is not asked for them.
  const files = express.static(client, { maxAge: '1h', index: false })
  app.use((request, response, next) =>
    request.path.includes('.') ? files(request, response, next) : next(),
  )
  app.use(site.answer)

  const server = createServer((request, response) => {
    if (!site.answerFromCache(request, response)) app(request, response)
  })
  // For a form with photographs over a slow line; small forms are given up earlier.
  server.requestTimeout = 300_000
  server.headersTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  process.stdout.write(`连心桥 Lianxin: ${env.PUBLIC_URL ?? `http://localhost:${port}`}\n`)
  closeOnSignal(async () => {
    container.queueNews.end()
    await drain(server, DRAIN_MS)
    await closeControl?.()
    await container.close()
  })
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1)
      closing = true
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

async function builtRender(): Promise<Render> {
  const file = pathToFileURL(join(root, 'build', 'server', 'index.js')).href
  const areaOf = routeAreas((await import(file)) as ServerBuild)
  const handlers = new Map<ServerBuild, Render>()
  return (request, context) => {
    const area = areaOf(context.request.url.pathname)
    let handler = handlers.get(area)
    if (!handler) handlers.set(area, (handler = createRequestHandler(area, 'production')))
    return handler(request, context)
  }
}

async function developmentServer(): Promise<ViteDevServer> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ root, server: { middlewareMode: true }, appType: 'custom' })
  // Pages are made here, so a change of any file is a change of the page.
  vite.watcher.on('change', (path) => {
    if (path.startsWith(join(root, 'app'))) vite.ws.send({ type: 'full-reload' })
  })
  return vite
}

function developmentRender(vite: ViteDevServer): Render {
  return async (request, context) => {
    const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    return createRequestHandler(build, 'development')(request, context)
  }
}

function readVersion(): string {
  const file = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return file.version
}

start().catch((error: unknown) => {
  const known = error instanceof FolderInUseError || isAddressInUse(error)
  process.stderr.write(`${known || !(error instanceof Error) ? describe(error) : error.stack}\n`)
  process.exit(1)
})

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function describe(error: unknown): string {
  if (isAddressInUse(error)) return 'The port is taken by another program. Set PORT to a free one.'
  return error instanceof Error ? error.message : String(error)
}
