import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * The build, reduced for each request to the routes that its address can mean, the layouts above them, and the page
 * for addresses without one. Remix looks through its whole table of routes several times a request, and most
 * of the time of a small page went into that.
 *
 * The browser's own questions about routes, below `/__`, are answered from the whole build.
 */
export function routeAreas(build: ServerBuild): (pathname: string) => ServerBuild {
  const areas = new Map<string, ServerBuild>()
  const patterns = Object.values(build.routes).map((route) => ({
    id: route.id,
    pattern: patternOf(pathOf(build, route)),
  }))
  return (pathname) => {
    if (pathname.startsWith('/__')) return build
    // A page's data has the page's address with an ending; that of the front page has a name.
    const address = pathname.replace(/^\/_root\.data$|\.data$/, '').replace(/^\/+|\/+$/g, '')
    const ids = patterns.filter(({ pattern }) => pattern.test(address)).map(({ id }) => id)
    const area = ids.join(' ')
    let reduced = areas.get(area)
    if (!reduced) areas.set(area, (reduced = reduce(build, ids)))
    return reduced
  }
}

/** What a path can stand for. As in Remix, case makes no difference; which of several is meant is left to it. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part, index) => {
    const slash = index === 0 ? '' : '/'
    if (part === '*') return `${slash}.*`
    if (!part.startsWith(':')) return slash + part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return part.endsWith('?') ? `(?:${slash}[^/]+)?` : `${slash}[^/]+`
  })
  return new RegExp(`^${parts.join('')}$`, 'i')
}

function reduce(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set<string>()
  for (const id of ids) {
    for (let each = build.routes[id]; each; each = parentOf(build, each)) kept.add(each.id)
  }
  const only = <Table extends object>(table: Table): Table =>
    Object.fromEntries(Object.entries(table).filter(([id]) => kept.has(id))) as Table
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}

/** The route's whole path, without slashes at its ends. Layouts without a path have their parent's. */
function pathOf(build: ServerBuild, route: Routes[string]): string {
  const parts: string[] = []
  for (let each: typeof route | undefined = route; each; each = parentOf(build, each)) {
    if (each.path) parts.unshift(each.path)
  }
  return parts.join('/')
}

function parentOf(build: ServerBuild, route: Routes[string]): Routes[string] | undefined {
  return route.parentId === undefined ? undefined : build.routes[route.parentId]
}
