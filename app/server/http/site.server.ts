import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AppLoadContext } from '@remix-run/node'
import { addressKey } from '~/domain/account/address-key'
import { nextShanghaiMidnight } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { csrfToken } from '../auth/csrf.server'
import { cookieValue, createSessions, type Sessions } from '../auth/session.server'
import type { RenderedPage } from '../cache/page-cache.server'
import type { Container } from '../container.server'
import { keyedHash } from '../keys.server'
import { clientAddress, requestOrigin } from './client-address.server'
import { DISPLAY_COOKIE, parseDisplayMode, type DisplayMode } from './display-mode'
import { guestPageAddress, guestPageKey, plainGuestPageKey } from './guest-pages.server'
import './load-context.server'
import { isRead, readAway, refuse } from './refuse.server'
import { isUpload, receiveUpload, type ReceivedUpload } from './upload.server'
import { securityHeaders } from './security-headers.server'
import { bodyOf, conditionsOf, plainRequest, send, sendStored } from './send.server'

/** Remix, as a function from request to response. */
export type Render = (request: Request, context: AppLoadContext) => Promise<Response>

export interface Site {
  /** Answers a guest page from memory. False when it must be rendered, or is none. */
  answerFromCache(request: IncomingMessage, response: ServerResponse): boolean
  /** Renders with Remix. */
  answer: RequestListener
}

/** The site's pages: from memory where guests share them, rendered elsewhere. */
export function createSite(container: Container, render: Render): Site {
  const { env, keys, pages, clock, log } = container
  const sessions = createSessions(container)
  const https = env.PUBLIC_URL?.startsWith('https:') ?? false
  const development = env.NODE_ENV === 'development'
  const guestHeaders = {
    ...securityHeaders({ scriptNonce: null, https, development }),
    'cache-control': 'public, no-cache',
    vary: 'Accept-Encoding, Cookie',
  }

  const guestMode = (request: IncomingMessage): DisplayMode | undefined => {
    const cookies = request.headers.cookie
    if (cookies === undefined) return parseDisplayMode(undefined)
    if (sessions.secretOf(cookies)) return undefined
    return parseDisplayMode(cookieValue(cookies, DISPLAY_COOKIE))
  }

  /** The key under which the page that is asked for would be in memory; undefined for none that guests share. */
  const storedKey = (request: IncomingMessage): string | undefined => {
    const mode = guestMode(request)
    const address = mode && guestPageAddress(request.url ?? '/')
    return address && guestPageKey(address, mode)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    const requestId = randomBytes(9).toString('base64url')
    response.setHeader('x-request-id', requestId)
    try {
      const refusal = refuse(request, requestOrigin(request, origins))
      if (refusal) return await answerPlainly(request, response, refusal)
      const mode = guestMode(request)
      const address = mode && isRead(request) ? guestPageAddress(request.url ?? '/') : undefined
      if (mode && address) await answerGuest(request, response, address, mode, requestId)
      else await answerOne(request, response, requestId)
    } catch (error) {
      // Who went away before the answer leaves nothing to answer.
      if (request.destroyed && !request.complete) return
      log.error({ err: error, requestId }, 'a request failed')
      if (!response.headersSent) {
        response.writeHead(500, { ...guestHeaders, 'content-type': 'text/plain; charset=utf-8' })
      }
      response.end(`服务暂时出现问题，请稍后再试。编号：${requestId}`)
    } finally {
      log.info({
        requestId,
        method: request.method,
        path: (request.url ?? '').split('?')[0],
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      })
    }
  }

  /** An answer without a page, to what is not read any further. */
  async function answerPlainly(
    request: IncomingMessage,
    response: ServerResponse,
    { status, text }: NonNullable<ReturnType<typeof refuse>>,
  ): Promise<void> {
    await readAway(request)
    response.writeHead(status, {
      ...guestHeaders,
      'content-type': 'text/plain; charset=utf-8',
      connection: 'close',
    })
    const mode = parseDisplayMode(cookieValue(request.headers.cookie ?? '', DISPLAY_COOKIE))
    response.end(translator(CATALOGUES[mode.language])(text))
  }

  const origins = { publicUrl: env.PUBLIC_URL, trustedProxies: env.TRUSTED_PROXIES }

  /** A guest page that is not in memory: rendered once for all who ask now, stored, sent. */
  async function answerGuest(
    request: IncomingMessage,
    response: ServerResponse,
    address: string,
    mode: DisplayMode,
    requestId: string,
  ): Promise<void> {
    const key = guestPageKey(address, mode)
    // Not the request's own host: a shared page must not repeat what one visitor claims.
    const url = new URL(address, env.PUBLIC_URL ?? 'http://localhost')
    const { rendered, stored } = await pages.obtain(
      key,
      () => renderGuestPage(url, mode, requestId),
      nextShanghaiMidnight(clock()).getTime(),
    )
    if (stored) return sendStored(request, response, stored, conditionsOf(request))
    const { status, headers, body } = rendered
    response.writeHead(status, { ...headers, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  async function renderGuestPage(
    url: URL,
    mode: DisplayMode,
    requestId: string,
  ): Promise<RenderedPage> {
    const tags = new Map<string, number>()
    const context = requestContext({
      url,
      mode,
      requestId,
      viewer: null,
      // A shared page knows nothing of who asked for it first.
      address: '',
      cookieHeader: undefined,
      pageTag: (tag) => {
        if (!tags.has(tag)) tags.set(tag, pages.generation(tag))
      },
    })
    const rendered = await render(new Request(url), context)
    return {
      status: rendered.status,
      headers: { ...Object.fromEntries(rendered.headers), ...guestHeaders },
      body: await bodyOf(rendered, context.request.page),
      tags,
    }
  }

  /** A request of its own: signed in, unsafe, or a page that is not shared. */
  async function answerOne(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', requestOrigin(request, origins))
    const cookieHeader = request.headers.cookie
    const viewer = await sessions.read(cookieHeader, clock()).catch((error: unknown) => {
      // Without the database nobody is signed in; the page's own reading says what is the matter.
      log.error({ err: error, requestId }, 'the session could not be read')
      return null
    })
    const context = requestContext({
      url,
      requestId,
      viewer,
      cookieHeader,
      mode: parseDisplayMode(cookieHeader && cookieValue(cookieHeader, DISPLAY_COOKIE)),
      address: clientAddress(request, env.TRUSTED_PROXIES),
      pageTag: () => {},
    })
    const signal = isStream(request) ? givenUp(response) : undefined
    const nonce = viewer ? context.request.nonce : null
    const headers = securityHeaders({ scriptNonce: nonce, https, development })
    if (isRead(request) || !isUpload(request)) {
      const rendered = await render(await webRequest(request, url, signal), context)
      return send(request, response, rendered, context.request.page, headers)
    }
    // Files are for who is signed in; of everybody else's form the words are kept.
    const upload = await receiveUpload(request, env.DATA_DIR, { keep: viewer !== null }).catch(
      (error: unknown) => {
        log.debug({ err: error, requestId }, 'a form with files could not be read')
        return null
      },
    )
    if (!upload) {
      if (request.complete || !request.destroyed) await answerPlainly(request, response, UNREADABLE)
      return
    }
    context.request.upload = upload
    const form = formRequest(request, url, upload)
    const rendered = await render(form, context).finally(() => upload.discard())
    await send(request, response, rendered, context.request.page, headers)
  }

  function requestContext(input: {
    url: URL
    mode: DisplayMode
    requestId: string
    viewer: Awaited<ReturnType<Sessions['read']>>
    address: string
    cookieHeader: string | undefined
    pageTag: (tag: string) => void
  }): AppLoadContext {
    const { url, mode, requestId, viewer, address } = input
    return {
      request: {
        container,
        sessions,
        viewer,
        mode,
        url,
        nonce: viewer ? randomBytes(16).toString('base64') : '',
        csrf: viewer ? csrfToken(keys.csrf, viewer.sessionId) : null,
        cookieHeader: input.cookieHeader,
        scope: {
          container,
          db: container.database.prisma,
          viewer,
          now: clock(),
          requestId,
          // Only what is written down asks for it.
          get addressHash() {
            return address ? keyedHash(keys.address, address) : ''
          },
          addressKey: addressKey(address),
          language: mode.language,
          pageTag: input.pageTag,
        },
      },
    }
  }

  return {
    answer: (request, response) => void answer(request, response),
    answerFromCache: (request, response) => {
      if (!isRead(request)) return false
      const asked = plainRequest(request.rawHeaders)
      const key = asked ? plainGuestPageKey(request.url ?? '/') : storedKey(request)
      const page = key !== undefined && pages.find(key)
      if (!page) return false
      sendStored(request, response, page, asked ?? conditionsOf(request))
      return true
    },
  }
}

/** A form with files that is none. */
const UNREADABLE = { status: 400, text: 'error.invalidInput.text' } as const

/** How long a small form may take to arrive. */
const FORM_MS = 30_000

/** Whether a stream of events is asked for: the one answer whose making does not end by itself. */
function isStream(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/event-stream') ?? false
}

/** Tells that the reader went away. Other answers do without: each copy of a request with a signal costs. */
function givenUp(response: ServerResponse): AbortSignal {
  const aborted = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) aborted.abort()
  })
  return aborted.signal
}

async function webRequest(
  request: IncomingMessage,
  url: URL,
  signal?: AbortSignal,
): Promise<Request> {
  const headers = webHeaders(request)
  const method = request.method ?? 'GET'
  if (isRead(request)) return new Request(url, { method, headers, signal: signal ?? null })
  const chunks: Buffer[] = []
  const cut = setTimeout(() => request.destroy(), FORM_MS)
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } finally {
    clearTimeout(cut)
  }
  return new Request(url, { method, headers, body: Buffer.concat(chunks) })
}

/** The words of a form whose files were received apart. */
function formRequest(request: IncomingMessage, url: URL, { fields }: ReceivedUpload): Request {
  const headers = webHeaders(request)
  headers.delete('content-length')
  headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
  const body = new URLSearchParams(fields).toString()
  return new Request(url, { method: 'POST', headers, body })
}

function webHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else value?.forEach((one) => headers.append(name, one))
  }
  return headers
}
