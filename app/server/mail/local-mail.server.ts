import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as the local server took it in. */
export interface ReceivedMail {
  at: Date
  to: string
  subject: string
  /** The part for reading as it is. */
  text: string
  messageId: string
}

/** A mail server of this process: the demo's outbox. */
export interface LocalMail {
  /** Where it listens, for a mailer. */
  url: string
  /** The latest first. */
  received(): readonly ReceivedMail[]
  close(): Promise<void>
}

const KEPT = 200

/** Starts a mail server on this machine that keeps the latest mails and passes none on. */
export async function openLocalMail(clock: () => Date): Promise<LocalMail> {
  const kept: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        kept.unshift({ at: clock(), to, ...readMail(Buffer.concat(chunks).toString('latin1')) })
        kept.length = Math.min(kept.length, KEPT)
        done()
      })
    },
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => kept,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** Reads what this program's own mailer writes: encoded words, and a first part of text in base64. */
function readMail(source: string): Pick<ReceivedMail, 'subject' | 'text' | 'messageId'> {
  const end = source.indexOf('\r\n\r\n')
  const head = source.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const part = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(source)?.[1] ?? ''
  return {
    subject: encodedWords(header('subject')),
    text: Buffer.from(part, 'base64').toString('utf8'),
    messageId: header('message-id'),
  }
}

/** RFC 2047: words beside one another are one text. */
function encodedWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : Buffer.from(
            word
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString('utf8'),
    )
}
