import { freePort } from '../load'
import { startServer, stopServer } from '../served-site'

/** A page over HTTP, as its reader gets it, in milliseconds. @throws Error where it is not answered with 200 */
export async function pageTime(site: Served, path: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(site.url + path, { headers: { cookie: site.cookie } })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return performance.now() - started
}

export interface Served {
  url: string
  cookie: string
  stop(): Promise<void>
}

/** The built program on a filled database, read by whom the cookie names: the pages that guests share are in memory. */
export async function serveTo(databaseUrl: string, cookie: string): Promise<Served> {
  const port = await freePort()
  const server = await startServer(databaseUrl, port)
  return { url: `http://127.0.0.1:${port}`, cookie, stop: () => stopServer(server) }
}
