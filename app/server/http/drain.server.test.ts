import { once } from 'node:events'
import { createServer, get, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { drain } from './drain.server'

async function listening(listener: RequestListener) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

describe('a server that is told to stop', () => {
  it('answers the requests that it has begun, and only then is done', async () => {
    const order: string[] = []
    const { server, port } = await listening((_request, response) => {
      setTimeout(() => {
        order.push('answered')
        response.end('done')
      }, 80)
    })
    const answer = fetch(`http://127.0.0.1:${port}`).then((response) => response.text())
    await once(server, 'request')
    await drain(server, 5_000)
    order.push('drained')
    expect(await answer).toBe('done')
    expect(order).toEqual(['answered', 'drained'])
  })

  it('does not wait for ever on a request that does not end', async () => {
    const { server, port } = await listening(() => {})
    const request = get(`http://127.0.0.1:${port}`)
    const broken = once(request, 'error')
    await once(server, 'request')
    const started = performance.now()
    await drain(server, 100)
    await broken.catch(() => {})
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
