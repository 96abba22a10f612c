import { redirect } from '@remix-run/node'
import { follow } from '~/commands/follow.server'
import { subjectKind } from '~/domain/notice/subject'
import { AppError } from '~/domain/errors'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(signedIn, ({ context }) =>
  context.acted ? null : redirect(paths.noticeSettings()),
)

/** Follows a subject (`kind:id`), or follows it no more, and leads back. */
export const action = guardedAction(signedIn, async ({ scope, form }) => {
  const [word, id = ''] = (form.get('subject') ?? '').split(':')
  const kind = subjectKind(word)
  if (!kind) throw new AppError('notFound')
  const on = form.get('on') === '1'
  await follow(scope, { kind, id }, on)
  const back = form.get('back')
  const done = on ? 'followed' : 'unfollowed'
  return redirect(back ? localPath(back) : paths.noticeSettings({ done }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
