import { createTransport } from 'nodemailer'
import type { Environment } from '../env.server'

export interface OutgoingMail {
  /** Names the mail: sent again it has the same Message-ID, and a reader's program shows it once. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  language: string
  /** Where a mail program unsubscribes by one POST (RFC 8058); null for mails that nobody subscribed to. */
  unsubscribe: string | null
}

/** Sends mails. `send` throws when a mail was not accepted. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** An attempt ends before its mail may be taken up by another worker. */
const CONNECT_MS = 5_000
const SILENCE_MS = 10_000

/**
 * A mailer over SMTP. One connection, so that of what a worker has under way only one can be unknown.
 *
 * @param url such as smtps://user:password@mail.example.gov.cn:465
 */
export function createMailer(
  url: string,
  env: Pick<Environment, 'MAIL_FROM' | 'PUBLIC_URL'>,
): Mailer {
  const host = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).hostname : 'localhost'
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  } as Parameters<typeof createTransport>[0])
  const from = env.MAIL_FROM ?? `"连心桥" <no-reply@${host}>`
  return {
    send: async ({ id, to, subject, text, html, language, unsubscribe }) => {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        textEncoding: 'base64',
        headers: {
          'content-language': language,
          // No answer by machine (RFC 3834).
          'auto-submitted': 'auto-generated',
          ...(unsubscribe && {
            'list-unsubscribe': `<${unsubscribe}>`,
            'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
          }),
        },
      })
    },
    close: () => transport.close(),
  }
}

/** What a failed attempt says, without the address: nodemailer's code and that of the server. */
export function mailProblem(error: unknown): { code: string; permanent: boolean } {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const reply = typeof responseCode === 'number' ? responseCode : null
  const words = [typeof code === 'string' ? code : 'EUNKNOWN', ...(reply ? [reply] : [])]
  // The server refuses the address itself: trying again changes nothing.
  return {
    code: words.join(' '),
    permanent: code === 'EENVELOPE' && reply !== null && reply >= 500,
  }
}
