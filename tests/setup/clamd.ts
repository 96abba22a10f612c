import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A server that speaks ClamAV's INSTREAM: whatever contains `EICAR` is infected. */
export interface TestClamd {
  url: string
  /** How many bytes of the last file arrived. */
  received: number
  /** What it answers in place of a verdict. */
  says: string | null
  close(): Promise<void>
}

export async function startClamd(port = 0): Promise<TestClamd> {
  const clamd = { url: '', received: 0, says: null } as TestClamd
  const server: Server = createServer((socket) => {
    let held = Buffer.alloc(0)
    let greeted = false
    const file: Buffer[] = []
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      held = Buffer.concat([held, bytes as Buffer])
      if (!greeted) {
        const end = held.indexOf(0)
        if (end < 0) return
        if (held.toString('latin1', 0, end) !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0')
        greeted = true
        held = held.subarray(end + 1)
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE()
        if (length === 0) {
          const content = Buffer.concat(file)
          clamd.received = content.length
          const verdict = content.includes('EICAR') ? 'Eicar-Test-Signature FOUND' : 'OK'
          return socket.end(`${clamd.says ?? `stream: ${verdict}`}\0`)
        }
        if (held.length < 4 + length) return
        file.push(held.subarray(4, 4 + length))
        held = held.subarray(4 + length)
      }
    })
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  clamd.url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
  clamd.close = () => new Promise((done) => server.close(() => done()))
  return clamd
}
