import type { Container } from '../container.server'

/** A stream ends after so long; whoever still reads opens another. */
const LIFETIME_MS = 8 * 60_000

/** A sign of life, so that nothing on the way takes the connection for dead. */
const HEARTBEAT_MS = 25_000

/**
 * An answer of server-sent events: what `read` tells at the beginning and whenever the queue changes, where it is
 * another than before.
 */
export function eventStream(
  container: Pick<Container, 'queueNews' | 'log'>,
  signal: AbortSignal,
  read: () => Promise<{ event: string; data: string }>,
): Response {
  const encoder = new TextEncoder()
  let finish = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      let told = ''
      let reading = false
      let again = false
      const send = (text: string) => {
        if (!open) return
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          // The reader has gone, and nobody has said so yet.
          leaveAll()
        }
      }
      const tell = async () => {
        if (reading) {
          again = true
          return
        }
        reading = true
        try {
          do {
            again = false
            const { event, data } = await read()
            if (data !== told) send(`event: ${event}\ndata: ${data}\n\n`)
            told = data
          } while (again && open)
        } catch (error) {
          container.log.warn({ err: error }, 'an event was not told')
        } finally {
          reading = false
        }
      }
      const heartbeat = setInterval(() => send(': \n\n'), HEARTBEAT_MS)
      // First of all nothing more is sent: a timer that outlives its reader would end the program.
      const leaveAll = () => {
        open = false
        clearInterval(heartbeat)
        clearTimeout(lifetime)
        leave()
      }
      finish = () => {
        if (!open) return
        leaveAll()
        try {
          controller.enqueue(encoder.encode('event: end\ndata: \n\n'))
          controller.close()
        } catch {
          // The reader has gone already.
        }
      }
      const lifetime = setTimeout(finish, LIFETIME_MS)
      const leave = container.queueNews.subscribe({ heard: () => void tell(), ended: finish })
      signal.addEventListener('abort', finish, { once: true })
      void tell()
    },
    cancel: () => finish(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  })
}
