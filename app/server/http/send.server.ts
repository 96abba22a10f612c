import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding, StoredPage } from '../cache/page-cache.server'
import type { RequestContext } from './load-context.server'

// At once: handing a page of some 30 KB to another thread costs more than pressing it here.
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

const CSP = 'content-security-policy'

/** Sends what Remix answered, compressed when it is text and worth it; streams pass through. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  rendered: Response,
  page: RequestContext['page'],
  headers: Record<string, string>,
): Promise<void> {
  response.statusCode = rendered.status
  const own = ['set-cookie', 'content-length']
  for (const [name, value] of rendered.headers)
    if (!own.includes(name)) response.setHeader(name, value)
  for (const [name, value] of Object.entries(headers)) {
    // A page that is a document of its own brings its own policy.
    if (name === CSP && rendered.headers.has(CSP)) continue
    response.setHeader(name, value)
  }
  const cookies = rendered.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (!rendered.headers.has('cache-control')) response.setHeader('cache-control', 'no-store')
  const type = rendered.headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream') && rendered.body) {
    response.flushHeaders()
    await pipeline(Readable.fromWeb(rendered.body as NodeStream), response).catch(() => {})
    return
  }
  if (rendered.status === 304) {
    response.end()
    return
  }
  const compressible = /^(text|application\/(json|javascript|xml)|image\/svg)/.test(type)
  const length = rendered.headers.get('content-length')
  if (length !== null && !compressible && rendered.body) {
    response.setHeader('content-length', length)
    if (request.method === 'HEAD') {
      await rendered.body.cancel()
      response.end()
      return
    }
    // A file: it passes through, and who goes away half-way ends it.
    await pipeline(Readable.fromWeb(rendered.body as NodeStream), response).catch(() => {})
    return
  }
  let body = await bodyOf(rendered, page)
  if (compressible && body.length > 1_024 && encodingOf(request) !== 'identity') {
    const encoding = encodingOf(request) === 'br' ? 'br' : 'gzip'
    body = encoding === 'br' ? brotliCompressSync(body, QUICK) : gzipSync(body, { level: 1 })
    response.setHeader('content-encoding', encoding)
    response.setHeader('vary', 'Accept-Encoding, Cookie')
  }
  response.setHeader('content-length', body.length)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** The bytes of an answer: of a page rendered in one go those beside it. */
export async function bodyOf(rendered: Response, page: RequestContext['page']): Promise<Buffer> {
  return page?.response === rendered ? page.body : Buffer.from(await rendered.arrayBuffer())
}

/** What of a request decides how a stored page is sent. */
export interface Conditions {
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
}

/** The conditions of any request. */
export function conditionsOf({ headers }: IncomingMessage): Conditions {
  const accepted = headers['accept-encoding']
  return {
    acceptEncoding: typeof accepted === 'string' ? accepted : undefined,
    ifNoneMatch: headers['if-none-match'],
  }
}

/**
 * The conditions of a request without cookies, from the names and values as they came; undefined where there is a
 * cookie. Node makes its table of headers only when it is asked for: guests' pages are sent without it.
 */
export function plainRequest(rawHeaders: readonly string[]): Conditions | undefined {
  const conditions: Conditions = { acceptEncoding: undefined, ifNoneMatch: undefined }
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? ''
    if (name.length === 6 && name.toLowerCase() === 'cookie') return undefined
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') {
      conditions.acceptEncoding = rawHeaders[i + 1]
    } else if (name.length === 13 && name.toLowerCase() === 'if-none-match') {
      conditions.ifNoneMatch = rawHeaders[i + 1]
    }
  }
  return conditions
}

/** Sends a page from memory, or that the reader has it already. */
export function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  page: StoredPage,
  { acceptEncoding, ifNoneMatch }: Conditions,
): void {
  const encoding = bestEncoding(acceptEncoding)
  const headers = page.headers[encoding]
  if (ifNoneMatch && ifNoneMatch.includes(page.etag.slice(1, -1))) {
    response.writeHead(304, { etag: String(headers['etag']), vary: 'Accept-Encoding, Cookie' })
    response.end()
    return
  }
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : page.bodies[encoding])
}

function encodingOf(request: IncomingMessage): Encoding {
  return bestEncoding(conditionsOf(request).acceptEncoding)
}

function bestEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}
