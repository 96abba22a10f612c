import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { MarkupContext } from '~/components/layout/kept'
import { PageBytes } from '~/components/layout/page-bytes.server'

const DEVELOPMENT = process.env['NODE_ENV'] === 'development'

/**
 * Renders a page in one go: no page runs React in the browser, so none carries data for it. The bytes go past the
 * Response, which would copy them through a stream.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { request: own }: AppLoadContext,
): Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  const bytes = new PageBytes()
  const html = renderToString(
    // While developing nothing is kept: a part would outlive the code that made it.
    <MarkupContext.Provider value={DEVELOPMENT ? null : bytes}>
      <RemixServer context={context} url={request.url} />
    </MarkupContext.Provider>,
  )
  const response = new Response(null, { status, headers })
  own.page = { response, body: bytes.of(`<!DOCTYPE html>${html}`) }
  return response
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
