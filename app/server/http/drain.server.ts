import type { Server } from 'node:http'

/**
 * Takes no more requests and waits for those that have begun, at most `waitMs`; what is open then is cut.
 * What the requests need may be closed afterwards.
 */
export async function drain(server: Server, waitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  // A connection that was busy becomes idle with its answer, and would be kept open for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), waitMs)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
