import { redirect } from '@remix-run/node'
import { joinSameDemand } from '~/commands/join-same-demand.server'
import { leaveSameDemand } from '~/commands/leave-same-demand.server'
import { AppError, isAppError } from '~/domain/errors'
import { reviewFilter } from '~/domain/moderation/review-filter'
import { reviewView, taskKindOf } from '~/domain/moderation/review-view'
import { sameDemandSchema } from '~/forms/review'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { getNextReview } from '~/queries/get-next-review.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/**
 * 并入同类, or out of it again: leads back to where the queue was, to what comes next there or to the item that was
 * taken out.
 */
export const action = guardedAction(moderators, async ({ scope, form, url }) => {
  const query = url.searchParams
  const view = reviewView(query.get('view'))
  const filter = reviewFilter((field) => query.get(field))
  const place = { view, ...filter, after: query.get('after') || undefined }
  const leave = form.get('leave')
  if (leave) {
    await leaveSameDemand(scope, leave)
    return redirect(paths.moderation({ ...place, item: leave }), 303)
  }
  const parsed = sameDemandSchema.safeParse(form.toObject())
  if (!parsed.success) throw new AppError('notFound')
  const { commentId, revisionId } = parsed.data
  try {
    await joinSameDemand(scope, parsed.data)
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    // The item itself says who was faster, and with what.
    return redirect(paths.moderation({ ...place, item: commentId }), 303)
  }
  const kind = taskKindOf(view)
  const next =
    kind && kind !== 'appeal'
      ? await getNextReview(scope, { kind, filter, afterRevisionId: revisionId })
      : null
  return redirect(paths.moderation({ ...place, item: next, done: commentId }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
