import { createHmac } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import {
  readExternalAnswer,
  type ExternalAnswer,
  type ExternalQuestion,
} from '~/domain/moderation/screening/external'
import type { Environment } from '../env.server'

/** The content safety service outside. `ask` throws where there is no answer that counts. */
export interface ExternalScreening {
  ask(question: ExternalQuestion): Promise<ExternalAnswer>
}

/** The whole of an answer, from asking on. */
const LIMIT_MS = 3_000

const MAX_ANSWER_BYTES = 64 * 1024

/**
 * The service that the settings name; null where they name none.
 *
 * @throws Error where the address is set without a secret (the service could not tell who asks), or holds one
 */
export function createExternalScreening(
  env: Pick<Environment, 'SCREENING_URL' | 'SCREENING_SECRET'>,
): ExternalScreening | null {
  const { SCREENING_URL: url, SCREENING_SECRET: secret } = env
  if (!url) return null
  if (!secret) throw new Error('SCREENING_URL is set, and SCREENING_SECRET is not')
  // What is wrong with an address is logged with it: it holds no secret.
  const { username, password } = new URL(url)
  if (username || password) throw new Error('SCREENING_URL must not name a user or a password')
  return { ask: (question) => ask(url, secret, question) }
}

/**
 * Posts the question as JSON. `x-lianxin-timestamp` is the time in seconds since 1970; `x-lianxin-signature` is
 * `sha256=` and the HMAC-SHA256, in hexadecimal, of timestamp, full stop and body.
 */
async function ask(
  url: string,
  secret: string,
  question: ExternalQuestion,
): Promise<ExternalAnswer> {
  const body = JSON.stringify(question)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-lianxin-timestamp': timestamp,
      'x-lianxin-signature': `sha256=${signature}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`the screening service answered ${response.status}`)
  }
  const answer = readExternalAnswer(parse(await readLimited(response)), question.text)
  if (!answer) throw new Error('the screening service answered something else')
  return answer
}

async function readLimited(response: Response): Promise<string> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop ends the answer, too.
  for await (const chunk of Readable.fromWeb(response.body as NodeStream<Uint8Array>)) {
    bytes += (chunk as Uint8Array).length
    if (bytes > MAX_ANSWER_BYTES) throw new Error('the screening service answered too much')
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
