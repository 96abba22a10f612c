import { isRouteErrorResponse } from '@remix-run/react'
import type { PublicError } from '~/server/http/error-response.server'

/** What may be shown of whatever reached an error boundary. */
export function publicError(error: unknown): PublicError {
  if (isRouteErrorResponse(error)) {
    const data: unknown = error.data
    if (typeof data === 'object' && data !== null && 'code' in data) return data as PublicError
    if (error.status === 404) return { code: 'notFound', params: {}, requestId: '' }
    if (error.status === 405) return { code: 'methodNotAllowed', params: {}, requestId: '' }
  }
  return { code: 'internal', params: {}, requestId: '' }
}
