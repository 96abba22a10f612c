import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { AppError, isAppError, type ErrorCode } from '~/domain/errors'
import { paths } from '~/paths'
import { sanctioned, type AccessRule } from '~/policies/access'
import { isCsrfToken } from '../auth/csrf.server'
import type { Scope } from '../scope.server'
import { errorResponse, type CarriedForm } from './error-response.server'
import { readForm, type SubmittedForm } from './form.server'
import type { RequestContext } from './load-context.server'

export interface GuardedArgs {
  scope: Scope
  request: Request
  url: URL
  params: Record<string, string | undefined>
  context: RequestContext
}

/** A loader or action with the rule that it declares: a test looks for it on every route. */
export type Guarded<Handler> = Handler & { rule: AccessRule }

/**
 * Declares a loader. Without the right the handler is not called: guests are sent to sign in, staff to
 * their second factor, everybody else gets the error page.
 */
export function guardedLoader<T>(
  rule: AccessRule,
  handler: (args: GuardedArgs) => Promise<T> | T,
): Guarded<(args: LoaderFunctionArgs) => Promise<T>> {
  const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
    const { scope, url } = context.request
    return answering(scope, async () => {
      const missing = missingRight(rule, scope)
      const here = url.pathname + url.search
      if (missing === 'signInRequired') throw redirect(paths.signIn(here))
      if (missing === 'secondFactorRequired') throw redirect(paths.secondFactor(here))
      if (missing) throw refusal(missing, scope)
      return handler({ scope, request, url, params, context: context.request })
    })
  }
  return Object.assign(loader, { rule })
}

/**
 * Declares an action. The form is read, the session's token checked (Origin and Sec-Fetch-Site were,
 * before Remix), and the right asked for. A form that arrives without its session is not lost: the
 * sign-in page carries it along.
 */
export function guardedAction<T>(
  rule: AccessRule,
  handler: (args: GuardedArgs & { form: SubmittedForm }) => Promise<T> | T,
): Guarded<(args: ActionFunctionArgs) => Promise<T>> {
  const action = async ({ request, params, context }: ActionFunctionArgs) => {
    const { scope, url } = context.request
    return answering(scope, async () => {
      if (request.method !== 'POST') throw new AppError('methodNotAllowed')
      const form = await readForm(request, context.request.upload)
      const missing = missingRight(rule, scope)
      if (missing === 'signInRequired' || missing === 'secondFactorRequired') {
        throw errorResponse(new AppError(missing), scope, carriedForm(url, form))
      }
      if (missing) throw refusal(missing, scope)
      const { viewer, container } = scope
      if (viewer && !isCsrfToken(container.keys.csrf, viewer.sessionId, form.get('csrf') ?? '')) {
        throw errorResponse(new AppError('stalePage'), scope, carriedForm(url, form))
      }
      context.request.acted = true
      return handler({ scope, request, url, params, context: context.request, form })
    })
  }
  return Object.assign(action, { rule })
}

function carriedForm(url: URL, form: SubmittedForm): CarriedForm {
  const fields = form
    .entries()
    .filter(([name]) => name !== 'csrf' && !/password|code/i.test(name))
    .map(([name, value]): [string, string] => [name, value])
  return { path: url.pathname + url.search, fields }
}

function refusal(missing: ErrorCode, { viewer }: Scope): AppError {
  return missing === 'sanctioned' && viewer?.sanction
    ? sanctioned(viewer.sanction)
    : new AppError(missing)
}

function missingRight(rule: AccessRule, scope: Scope) {
  return rule.missing(scope.viewer, { secondFactorRequired: !scope.container.env.DEMO })
}

/** Turns what was thrown into an answer: redirects pass, known errors get their page, the rest is logged. */
async function answering<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Response) throw error
    if (isAppError(error)) throw errorResponse(error, scope)
    throw errorResponse(unexpected(error), scope)
  }
}

function unexpected(cause: unknown): AppError {
  const text = cause instanceof Error ? cause.message : ''
  const away =
    /ECONNREFUSED|ECONNRESET|Connection terminated|P1001|P1017|P2024|too many clients|shutting down|starting up|timeout exceeded when trying to connect/
  return new AppError(away.test(text) ? 'databaseAway' : 'internal', {}, { cause })
}
