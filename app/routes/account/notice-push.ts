import { redirect } from '@remix-run/node'
import { forgetBrowsers, registerBrowser } from '~/commands/register-browser.server'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(accountOwner, ({ context }) =>
  context.acted ? null : redirect(paths.noticeSettings()),
)

/** Has this browser show the reader's notices, or none of theirs any more. */
export const action = guardedAction(accountOwner, async ({ scope, form }) => {
  if (form.get('off') === '1') {
    await forgetBrowsers(scope)
    return redirect(paths.noticeSettings({ done: 'pushOff' }), 303)
  }
  await registerBrowser(scope, {
    endpoint: form.get('endpoint') ?? '',
    p256dh: form.get('p256dh') ?? '',
    auth: form.get('auth') ?? '',
  })
  return redirect(paths.noticeSettings({ done: 'pushOn' }), 303)
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
