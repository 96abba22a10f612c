import { createECDH } from 'node:crypto'
import webPush from 'web-push'

/** Where a browser is reached, and the keys with which only it reads what it gets. */
export interface PushTarget {
  endpoint: string
  p256dh: string
  auth: string
}

/** Sends messages to browsers. */
export interface PushSender {
  /** Browsers take messages from who has the other half of this key (VAPID, RFC 8292), in base64url. */
  publicKey: string
  /** `gone`: the browser has ended it, for good. Throws when the service did not take the message. */
  send(target: PushTarget, message: PushMessage): Promise<'sent' | 'gone'>
}

export interface PushMessage {
  title: string
  body: string
  /** Where the message leads: a path of the site. */
  path: string
  /** Shown again under the same tag it takes the place of the former. */
  tag: string
}

const KEPT_SECONDS = 24 * 60 * 60
const TIMEOUT_MS = 10_000

/**
 * A sender whose keys are derived from the site's secret: every process has the same, and none are stored.
 *
 * @param seed 32 bytes
 * @param subject who sends: an address that begins with `https:` or `mailto:`
 */
export function createPushSender(seed: Buffer, subject: string): PushSender {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(seed)
  const publicKey = pair.getPublicKey().toString('base64url')
  const vapidDetails = { subject, publicKey, privateKey: seed.toString('base64url') }
  return {
    publicKey,
    send: async ({ endpoint, p256dh, auth }, message) => {
      const request = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(message),
        { vapidDetails, TTL: KEPT_SECONDS },
      )
      const headers = Object.entries(request.headers as Record<string, string | number>)
        // `fetch` reckons it.
        .filter(([name]) => name.toLowerCase() !== 'content-length')
        .map(([name, value]): [string, string] => [name, String(value)])
      const response = await fetch(request.endpoint, {
        method: 'POST',
        headers,
        body: request.body ? new Uint8Array(request.body) : null,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await response.body?.cancel()
      if (response.status === 404 || response.status === 410) return 'gone'
      if (!response.ok) throw new PushRefused(response.status)
      return 'sent'
    },
  }
}

/** The service answered, but did not take the message. */
export class PushRefused extends Error {
  constructor(readonly status: number) {
    super(`the service answered ${status}`)
    this.name = 'PushRefused'
  }
}
