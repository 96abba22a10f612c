import type { AppError, ErrorCode, ErrorParams } from '~/domain/errors'
import { ERROR_STATUS } from '~/domain/errors'
import type { Scope } from '../scope.server'

/** A form on its way through sign-in: where it was going, and what was typed. */
export interface CarriedForm {
  path: string
  fields: Array<[string, string]>
}

/** What the error page is given. Nothing of it is secret. */
export interface PublicError {
  code: ErrorCode
  params: ErrorParams
  requestId: string
  /** A form that arrived without its session, to go on with after signing in. */
  carried?: CarriedForm
}

/** The response of a known error; what only the log may know is logged here, with the request id. */
export function errorResponse(
  error: AppError,
  scope: Pick<Scope, 'container' | 'requestId'>,
  carried?: CarriedForm,
): Response {
  const status = ERROR_STATUS[error.code]
  const entry = { code: error.code, requestId: scope.requestId, err: error, cause: error.cause }
  if (status >= 500) scope.container.log.error(entry, error.message)
  else scope.container.log.debug(entry, error.message)
  const body: PublicError = {
    code: error.code,
    params: error.params,
    requestId: scope.requestId,
    ...(carried ? { carried } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 429 ? { 'retry-after': String(error.params['retryAfterSeconds'] ?? 60) } : {}),
    },
  })
}
