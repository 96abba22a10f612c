import { redirect } from '@remix-run/node'
import { markAttachment } from '~/commands/mark-attachment.server'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** Marks an image 令人不适, or takes the mark back, and leads back to the item. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const distressing = form.get('distressing') === '1'
  await markAttachment(scope, { attachmentId: form.get('attachmentId') ?? '', distressing })
  const did = distressing ? 'veiled' : 'unveiled'
  return redirect(paths.moderation({ view: form.get('view'), item: form.get('item'), did }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
