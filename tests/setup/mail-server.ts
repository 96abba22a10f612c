import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in. */
export interface MailIn {
  to: string
  messageId: string
  source: Buffer
}

/** A real mail server on this machine. */
export interface MailServer {
  url: string
  received: MailIn[]
  /** Answers to give instead of taking the next mails in. */
  refusals: Array<{ message: string; responseCode: number }>
  close(): Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const received: MailIn[] = []
  const refusals: MailServer['refusals'] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // A worker that is killed leaves its connection broken.
    onRcptTo: (_address, _session, done) => {
      const refusal = refusals.shift()
      done(refusal && Object.assign(new Error(refusal.message), refusal))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks)
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          messageId: /^message-id: (.*)$/im.exec(source.toString('latin1'))?.[1]?.trim() ?? '',
          source,
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusals,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
