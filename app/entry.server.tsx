import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { MarkupContext } from '~/components/layout/kept'
import { PageBytes, streamedMarkup } from '~/components/layout/page-bytes.server'

const RENDER_LIMIT_MS = 15_000

/**
 * Renders a page. Reading pages carry no data for the browser to take over, so they are rendered in
 * one go, and their bytes go past the Response, which would copy them through a stream; pages that hydrate are
 * streamed, because Remix writes their data behind them.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { request: own }: AppLoadContext,
): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  const bytes = isHydrated(context) ? null : new PageBytes()
  const page = (
    <MarkupContext.Provider value={bytes ?? streamedMarkup}>
      <RemixServer context={context} url={request.url} abortDelay={RENDER_LIMIT_MS} />
    </MarkupContext.Provider>
  )
  if (bytes) {
    const response = new Response(null, { status, headers })
    own.page = { response, body: bytes.of(`<!DOCTYPE html>${renderToString(page)}`) }
    return response
  }
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady: () => {
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
    })
    setTimeout(abort, RENDER_LIMIT_MS).unref()
  })
}

function isHydrated(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = context.routeModules[route.id]?.handle
    return typeof handle === 'object' && handle !== null && 'hydrate' in handle
  })
}

/** Loaders and actions log their own errors; what is left went wrong while rendering. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || error instanceof Response) return
  const { container, requestId } = context.request.scope
  // Remix refuses a form that is sent where nothing takes it: the sender's mistake.
  if (isRouteErrorResponse(error) && error.status < 500) return
  container.log.error({ err: error, requestId }, 'a page could not be rendered')
}
