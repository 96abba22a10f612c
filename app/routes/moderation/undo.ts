import { redirect } from '@remix-run/node'
import { undoDecision } from '~/commands/undo-decision.server'
import { isAppError } from '~/domain/errors'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** 撤销: leads back to the item, which waits again; or to what has become of it. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  try {
    const { commentId, waitsAs } = await undoDecision(scope, form.get('decisionId') ?? '')
    const view = waitsAs ?? undefined
    return redirect(paths.moderation({ view, item: commentId, did: 'undone' }), 303)
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    return redirect(paths.moderation({ view: 'mine', did: 'undoLate' }), 303)
  }
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
