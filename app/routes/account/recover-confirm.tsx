import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Way, Ways } from '~/components/account/account-page'
import { CodePage } from '~/components/account/code-page'
import { NewPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { resendPhoneCode } from '~/commands/phone-code.server'
import { recoverAccount } from '~/commands/recover-account.server'
import { NewPasswordSchema } from '~/forms/account'
import { parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getPhoneCode } from '~/queries/get-phone-code.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

const PURPOSE = 'recover'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => ({
  code: await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE }),
  resent: url.searchParams.get('done') === 'resent',
}))

export const action = guardedAction(everybody, async ({ scope, form, params, context }) => {
  const { id } = await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE })
  if (form.get('intent') === 'resend') {
    const refusal = await refusingHaste(() => resendPhoneCode(scope, { id, purpose: PURPOSE }))
    if (!refusal) throw redirect(paths.recoverConfirm(id, { done: 'resent' }), 303)
    return data({ form: refusedForm({}, refusal.field, refusal.error) }, { status: 429 })
  }
  const values = form.toObject()
  const parsed = parseForm(NewPasswordSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const { code, password } = parsed.data
  const result = await recoverAccount(scope, { codeId: id, code, password })
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  // All sessions have ended; the one of this browser may have been another person's.
  const cookie = await context.sessions.end(context.cookieHeader)
  throw redirect(paths.signIn(undefined, 'recovered'), {
    status: 303,
    headers: { 'set-cookie': cookie },
  })
})

export const meta = pageMeta((t) => ({ title: t('account.recover.confirm.title'), unlisted: true }))

export default function ConfirmRecovery() {
  const { t } = useTranslate()
  const { code, resent } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <CodePage
      code={code}
      form={form}
      resent={resent}
      title={t('account.recover.confirm.title')}
      action={t('account.recover.confirm.action')}
      known={t('account.recover.known')}
      used={t('account.recover.used')}
      fields={<NewPasswordField label={t('account.password.new')} form={form} />}
    >
      <Ways>
        <Way href={paths.signIn()}>{t('account.signIn.title')}</Way>
        <Way href={paths.signUp()}>{t('account.signUp.title')}</Way>
      </Ways>
    </CodePage>
  )
}
