import { redirect } from '@remix-run/node'
import { pauseTopic } from '~/commands/pause-topic.server'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { version } from '~/forms/written'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** Stops a topic from taking in comments for a while, or lets it go on, from the queue. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const paused = form.get('paused') === '1'
  const topicId = form.get('topicId')
  const seen = version(1).safeParse(form.get('version'))
  if (!isId(topicId) || !seen.success) throw new AppError('invalidInput')
  await pauseTopic(scope, { topicId, version: seen.data, paused })
  const item = form.get('item')
  return redirect(paths.moderation({ item, did: paused ? 'paused' : 'resumed' }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
