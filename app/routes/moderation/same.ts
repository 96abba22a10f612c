import { redirect } from '@remix-run/node'
import { joinSameDemand } from '~/commands/join-same-demand.server'
import { leaveSameDemand } from '~/commands/leave-same-demand.server'
import { AppError, isAppError } from '~/domain/errors'
import { sameDemandSchema } from '~/forms/review'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** 并入同类, or out of it again: leads back to the queue, or to the item that was taken out. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const leave = form.get('leave')
  if (leave) {
    await leaveSameDemand(scope, leave)
    return redirect(paths.moderation({ item: leave }), 303)
  }
  const parsed = sameDemandSchema.safeParse(form.toObject())
  if (!parsed.success) throw new AppError('notFound')
  const { commentId } = parsed.data
  try {
    await joinSameDemand(scope, parsed.data)
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    // The item itself says who was faster, and with what.
    return redirect(paths.moderation({ item: commentId }), 303)
  }
  return redirect(paths.moderation({ done: commentId }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
