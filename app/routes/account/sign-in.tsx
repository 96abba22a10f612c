import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { KeptText } from '~/components/account/carried-form'
import { CarryOn } from '~/components/account/carry-on'
import { PersonaList } from '~/components/account/persona-list'
import { SignInForm } from '~/components/account/sign-in-form'
import { pageMeta } from '~/components/layout/page-meta'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Notice } from '~/components/ui/notice'
import { openSession } from '~/commands/open-session.server'
import { signIn } from '~/commands/sign-in.server'
import { SignInSchema } from '~/forms/account'
import { allErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { listPersonas } from '~/queries/list-personas.server'
import { readCarriedForm } from '~/server/http/carried-form.server'
import { goOn, presentStep, stepPath } from '~/server/http/go-on.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'
import { refusalStatus, refusingHaste } from '~/server/refusal'

/** What brought somebody here, said above the form. */
const DONE = ['recovered', 'signedOut', 'closed'] as const

export const loader = guardedLoader(everybody, async ({ scope, url, context }) => {
  const next = localPath(url.searchParams.get('next'))
  if (scope.viewer && !context.acted) throw redirect(stepPath(presentStep(context), next))
  const done = DONE.find((known) => known === url.searchParams.get('done')) ?? null
  return { next, done, personas: await listPersonas(scope) }
})

export const action = guardedAction(everybody, async ({ scope, form, url, request, context }) => {
  const carried = readCarriedForm(form)
  const values = form.toObject()
  if (form.get('intent') === 'show') return data({ form: undefined, carried, step: undefined })
  const parsed = parseForm(SignInSchema, values)
  if (!parsed.ok) return data({ form: parsed.state, carried, step: undefined }, { status: 422 })
  const result = await refusingHaste(() => signIn(scope, parsed.data))
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused, carried, step: undefined }, { status: refusalStatus(result) })
  }
  const cookie = await openSession(context, request, {
    personId: result.personId,
    secondFactor: false,
    method: 'password',
  })
  return goOn(context, { cookie, next: localPath(url.searchParams.get('next')), carried })
})

export const meta = pageMeta((t) => ({ title: t('account.signIn.title'), unlisted: true }))

export default function SignIn() {
  const { t } = useTranslate()
  const { next, done, personas } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const carried = answer?.carried
  if (answer?.step && carried) return <CarryOn step={answer.step} carried={carried} />
  return (
    <AccountPage
      title={t(carried ? 'account.carried.signIn.title' : 'account.signIn.title')}
      lede={t(carried ? 'account.carried.signIn.text' : 'account.signIn.lede')}
    >
      <ErrorSummary errors={allErrors(answer?.form, t)} />
      {done && !answer && (
        <Notice kind="success" live>
          <p>{t(`account.signIn.done.${done}`)}</p>
        </Notice>
      )}
      <SignInForm next={next} form={answer?.form} carried={carried} />
      {carried && <KeptText carried={carried} />}
      <Ways>
        <Way href={paths.recover()} aside={Boolean(carried)}>
          {t('account.signIn.forgot')}
        </Way>
        <Way href={paths.signUp(next)} aside={Boolean(carried)}>
          {t('account.signIn.signUp')}
        </Way>
      </Ways>
      <PersonaList personas={personas} next={next} carried={carried} />
    </AccountPage>
  )
}
