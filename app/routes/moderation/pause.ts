import { redirect } from '@remix-run/node'
import { pauseTopic } from '~/commands/pause-topic.server'
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
  await pauseTopic(scope, {
    topicId: form.get('topicId') ?? '',
    version: Number(form.get('version')) || 0,
    paused,
  })
  const item = form.get('item')
  return redirect(paths.moderation({ item, did: paused ? 'paused' : 'resumed' }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
