import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '~/components/account/account-page'
import { CarriedField, KeptText } from '~/components/account/carried-form'
import { CarryOn } from '~/components/account/carry-on'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { openSession } from '~/commands/open-session.server'
import { requireOwner } from '~/commands/own-account.server'
import { passSecondFactor } from '~/commands/pass-second-factor.server'
import { SecondFactorSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { passwordGiven } from '~/policies/second-factor'
import { readCarriedForm } from '~/server/http/carried-form.server'
import { goOn, presentStep, stepPath } from '~/server/http/go-on.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(passwordGiven, ({ url, context }) => {
  const next = localPath(url.searchParams.get('next'))
  const step = presentStep(context)
  if (!context.acted && step !== 'secondFactor') throw redirect(stepPath(step, next))
  return { next }
})

export const action = guardedAction(
  passwordGiven,
  async ({ scope, form, url, request, context }) => {
    const carried = readCarriedForm(form)
    const next = localPath(url.searchParams.get('next'))
    const step = presentStep(context)
    if (step !== 'secondFactor') {
      if (!carried) throw redirect(stepPath(step, next), 303)
      return data({ step, carried, form: undefined })
    }
    if (form.get('intent') === 'show') return data({ step: undefined, carried, form: undefined })
    const values = form.toObject()
    const parsed = parseForm(SecondFactorSchema, values)
    if (!parsed.ok) return data({ step: undefined, carried, form: parsed.state }, { status: 422 })
    const result = await refusingHaste(() => passSecondFactor(scope, parsed.data))
    if (!result.ok) {
      const refused = refusedForm(values, result.field, result.error)
      return data({ step: undefined, carried, form: refused }, { status: refusalStatus(result) })
    }
    const { personId } = requireOwner(scope)
    const { method } = result
    const cookie = await openSession(context, request, { personId, secondFactor: true, method })
    return goOn(context, { cookie, next, carried })
  },
)

export const meta = pageMeta((t) => ({ title: t('account.secondFactor.title'), unlisted: true }))

export default function SecondFactor() {
  const { t } = useTranslate()
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form
  const carried = answer?.carried
  if (answer?.step && carried) return <CarryOn step={answer.step} carried={carried} />
  return (
    <AccountPage title={t('account.secondFactor.title')} lede={t('account.secondFactor.lede')}>
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm action={paths.secondFactor(next)}>
        <CarriedField carried={carried} />
        <Fields>
          <TextField
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            width="short"
            label={t('account.secondFactor.code')}
            error={fieldErrors(form, 'code', t)}
          />
          <div>
            <Button wide>{t('account.secondFactor.action')}</Button>
          </div>
        </Fields>
      </PostForm>
      {carried && <KeptText carried={carried} />}
      <p>{t('account.secondFactor.lost')}</p>
      <PostForm action={paths.signOut()}>
        <Button variant="quiet">{t('account.signOut.action')}</Button>
      </PostForm>
    </AccountPage>
  )
}
