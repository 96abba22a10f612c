import { data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { CurrentPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { closeAccount } from '~/commands/close-account.server'
import { CloseAccountSchema } from '~/forms/account'
import { allErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(accountOwner, () => null)

export const action = guardedAction(accountOwner, async ({ scope, form, context }) => {
  const values = form.toObject()
  const parsed = parseForm(CloseAccountSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const result = await refusingHaste(() => closeAccount(scope, parsed.data))
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  const cookie = await context.sessions.end(context.cookieHeader)
  throw redirect(paths.signIn(undefined, 'closed'), {
    status: 303,
    headers: { 'set-cookie': cookie },
  })
})

export const meta = pageMeta((t) => ({ title: t('account.close.title'), unlisted: true }))

export default function CloseAccount() {
  const { t } = useTranslate()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage title={t('account.close.title')} lede={t('account.close.lede')} below="account">
      <ErrorSummary errors={allErrors(form, t)} />
      <div className="prose">
        <h2>{t('account.close.erased.title')}</h2>
        <p>{t('account.close.erased.text')}</p>
        <h2>{t('account.close.kept.title')}</h2>
        <p>{t('account.close.kept.text')}</p>
      </div>
      <PostForm>
        <Fields>
          <CurrentPasswordField label={t('account.close.password')} form={form} />
          <div>
            <Button variant="danger" wide>
              {t('account.close.action')}
            </Button>
          </div>
        </Fields>
      </PostForm>
      <Ways>
        <Way href={paths.account()}>{t('account.close.keep')}</Way>
      </Ways>
    </AccountPage>
  )
}
