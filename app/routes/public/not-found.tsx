import { AppError } from '~/domain/errors'
import { everybody } from '~/policies/access'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// An address without a page gets the error page with everything that surrounds it.

export const loader = guardedLoader(everybody, () => {
  throw new AppError('notFound')
})

export const action = guardedAction(everybody, () => {
  throw new AppError('notFound')
})

/** Never rendered: with a component the address is a page, and so gets the error page. */
export default function NotFound() {
  return null
}
