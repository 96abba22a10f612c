import { createHmac } from 'node:crypto'
import type { Environment } from '../env.server'
import type { Keys } from '../keys.server'
import type { Logger } from '../logger.server'

export interface OutgoingTextMessage {
  /** Unique: the provider must not send the same id twice. */
  id: string
  phone: string
  body: string
}

/** Sends text messages. `send` throws when the message was not accepted; the job tries again. */
export interface TextMessageGateway {
  send(message: OutgoingTextMessage): Promise<void>
  /** What was sent last to a number: only the console gateway of the demo keeps it, to show it on the page. */
  lastBody?(phone: string): string | undefined
}

/** The gateway that the settings name: an HTTP provider, or the console. */
export function createTextMessageGateway(
  env: Environment,
  keys: Keys,
  log: Logger,
): TextMessageGateway {
  if (!env.TEXT_MESSAGE_URL) return consoleGateway(env, log)
  return httpGateway(env.TEXT_MESSAGE_URL, env.TEXT_MESSAGE_KEY ?? keys.textMessage)
}

/**
 * Posts `{ id, phone, body, sentAt }` as JSON. The header `x-lianxin-signature` is the HMAC-SHA256 of
 * the body in hexadecimal; any 2xx answer within 10 seconds means accepted.
 */
export function httpGateway(url: string, key: string | Buffer): TextMessageGateway {
  return {
    send: async (message) => {
      const payload = JSON.stringify({ ...message, sentAt: new Date().toISOString() })
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          'x-lianxin-signature': createHmac('sha256', key).update(payload).digest('hex'),
        },
        body: payload,
        signal: AbortSignal.timeout(10_000),
        redirect: 'error',
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`the text message gateway answered ${response.status}`)
    },
  }
}

function consoleGateway(env: Environment, log: Logger): TextMessageGateway {
  const last = new Map<string, string>()
  return {
    send: async ({ phone, body }) => {
      // Without a gateway the console is the only place where a code can be read, on a server too: the first
      // administrator needs one. The demo shows them on its pages.
      if (env.DEMO) log.info('a text message was written and no gateway is set')
      else process.stdout.write(`短信 ${phone}：${body}\n`)
      last.delete(phone)
      last.set(phone, body)
      if (last.size > 1_000) last.delete(last.keys().next().value ?? '')
    },
    ...(env.DEMO ? { lastBody: (phone: string) => last.get(phone) } : {}),
  }
}
