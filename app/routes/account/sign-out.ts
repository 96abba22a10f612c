import { redirect } from '@remix-run/node'
import { signOut } from '~/commands/sign-out.server'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** Signing out changes something: a link alone does not do it. */
export const loader = guardedLoader(everybody, () => redirect(paths.home()))

export const action = guardedAction(everybody, async ({ context }) => {
  const cookie = await signOut(context)
  return redirect(paths.signIn(undefined, 'signedOut'), {
    status: 303,
    headers: { 'set-cookie': cookie },
  })
})
