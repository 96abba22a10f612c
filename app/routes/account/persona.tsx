import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CarryOn } from '~/components/account/carry-on'
import { pageMeta } from '~/components/layout/page-meta'
import { openSession } from '~/commands/open-session.server'
import { signInAsPersona } from '~/commands/sign-in-as-persona.server'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { readCarriedForm } from '~/server/http/carried-form.server'
import { goOn } from '~/server/http/go-on.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'

// One click signs in as one of the demo's people; outside the demo there is nothing here.

export const loader = guardedLoader(everybody, ({ context }) => {
  if (!context.acted) throw redirect(paths.signIn())
  return null
})

export const action = guardedAction(everybody, async ({ scope, form, request, context }) => {
  const { personId } = await signInAsPersona(scope, { personId: form.get('personId') ?? '' })
  // A visitor may have tried to set up a second factor: the next one must get in all the same.
  const cookie = await openSession(context, request, {
    personId,
    secondFactor: true,
    method: 'persona',
  })
  return goOn(context, {
    cookie,
    next: localPath(form.get('next')),
    carried: readCarriedForm(form),
  })
})

export const meta = pageMeta((t) => ({ title: t('account.signIn.title'), unlisted: true }))

export default function Persona() {
  const answer = useActionData<typeof action>()
  return answer ? <CarryOn step={answer.step} carried={answer.carried} /> : null
}
