import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '~/routes'
import { createSite } from '~/server/http/site.server'
import type { TestSite } from './test-site'

// The whole site over HTTP without a build: the routes as they are listed, rendered by Remix.

type RouteModule = ServerBuild['routes'][string]['module']

const modules = import.meta.glob<RouteModule>('../../app/{root,routes/**/*}.{ts,tsx}')
const entry = () => import('~/entry.server')

/** Serves the site of a test on a free port. */
export async function serveSite(site: TestSite): Promise<{ url: string; close(): void }> {
  const render = createRequestHandler(await serverBuild(), 'test')
  const pages = createSite(site.container, render)
  const server: Server = createServer((request, response) => {
    if (!pages.answerFromCache(request, response)) pages.answer(request, response)
  })
  // A busy machine may wait for longer between two requests than Node's server keeps a connection.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function serverBuild(): Promise<ServerBuild> {
  const manifest: ServerBuild['routes'] = {
    root: { id: 'root', path: '', module: await load('root.tsx') },
  }
  const add = async (entries: readonly RouteConfigEntry[], parentId: string): Promise<void> => {
    for (const { file, path, index, children } of entries) {
      const id = file.replace(/\.tsx?$/, '')
      manifest[id] = { id, parentId, path, index, module: await load(file) }
      await add(children ?? [], id)
    }
  }
  await add(await routes, 'root')
  const assets = Object.values(manifest).map(({ id, parentId, path, index, module }) => ({
    id,
    parentId,
    path,
    index,
    hasAction: 'action' in module,
    hasLoader: 'loader' in module,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: 'ErrorBoundary' in module,
    module: `/assets/${id}.js`,
  }))
  return {
    mode: 'test',
    entry: { module: await entry() },
    routes: manifest,
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
      url: '/assets/manifest.js',
      version: 'test',
    },
    assetsBuildDirectory: 'build/client',
    publicPath: '/',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    } as ServerBuild['future'],
  }
}

async function load(file: string): Promise<RouteModule> {
  const module = modules[`../../app/${file}`]
  if (!module) throw new Error(`no such route: ${file}`)
  return module()
}
