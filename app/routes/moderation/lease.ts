import { data, redirect } from '@remix-run/node'
import { leaseTask } from '~/commands/lease-task.server'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** Renews the lease of the open item (`renew`, by script: 409 once it is a colleague's), or takes it over from a colleague (`take`). */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const [take, renew] = [form.get('take'), form.get('renew')]
  if (!isId(take ?? renew)) throw new AppError('invalidInput', {}, { detail: 'no task was named' })
  if (take !== undefined) {
    await leaseTask(scope, { taskId: take, take: true })
    return redirect(localPath(form.get('back')), 303)
  }
  const lease = await leaseTask(scope, { taskId: renew ?? '' })
  return data(null, { status: lease?.mine === false ? 409 : 200 })
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
