import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream, renderToStaticMarkup, renderToString } from 'react-dom/server'
import { MarkupContext } from '~/components/layout/kept'

const RENDER_LIMIT_MS = 15_000

/**
 * Renders a page. Reading pages carry no data for the browser to take over, so they are rendered in
 * one go; pages that hydrate are streamed, because Remix writes their data behind them.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  const page = (
    <MarkupContext.Provider value={renderToStaticMarkup}>
      <RemixServer context={context} url={request.url} abortDelay={RENDER_LIMIT_MS} />
    </MarkupContext.Provider>
  )
  if (!isHydrated(context)) {
    // As bytes: of a string the Response would check every character again.
    const html = Buffer.from(`<!DOCTYPE html>${renderToString(page)}`)
    return new Response(html, { status, headers })
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
