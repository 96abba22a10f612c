import { data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AccountPage } from '~/components/account/account-page'
import { CurrentPasswordField, NewPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { changePassword } from '~/commands/change-password.server'
import { openSession } from '~/commands/open-session.server'
import { requireOwner } from '~/commands/own-account.server'
import { ChangePasswordSchema } from '~/forms/account'
import { allErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(accountOwner, () => null)

export const action = guardedAction(accountOwner, async ({ scope, form, request, context }) => {
  const { personId, secondFactor } = requireOwner(scope)
  const values = form.toObject()
  const parsed = parseForm(ChangePasswordSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const result = await refusingHaste(() => changePassword(scope, parsed.data))
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  const cookie = await openSession(context, request, {
    personId,
    secondFactor,
    method: 'passwordChange',
  })
  throw redirect(paths.account({ done: 'password' }), {
    status: 303,
    headers: { 'set-cookie': cookie },
  })
})

export const meta = pageMeta((t) => ({ title: t('account.changePassword.title'), unlisted: true }))

export default function ChangePassword() {
  const { t } = useTranslate()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage
      title={t('account.changePassword.title')}
      lede={t('account.changePassword.lede')}
      below="account"
    >
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm>
        <Fields>
          <CurrentPasswordField form={form} />
          <NewPasswordField label={t('account.password.new')} form={form} />
          <div>
            <Button wide>{t('account.changePassword.action')}</Button>
          </div>
        </Fields>
      </PostForm>
    </AccountPage>
  )
}
