import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '~/components/account/account-page'
import { CurrentPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { requestPhoneChange } from '~/commands/request-phone-change.server'
import { ChangePhoneSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { getOwnAccount } from '~/queries/get-own-account.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(accountOwner, async ({ scope }) => {
  const { phone, confirmed, consentWithdrawn } = await getOwnAccount(scope)
  return { phone, confirmed, consentWithdrawn }
})

export const action = guardedAction(accountOwner, async ({ scope, form }) => {
  const values = form.toObject()
  const parsed = parseForm(ChangePhoneSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const result = await refusingHaste(() => requestPhoneChange(scope, parsed.data))
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  throw redirect(paths.changePhoneConfirm(result.codeId), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.changePhone.title'), unlisted: true }))

export default function ChangePhone() {
  const { t } = useTranslate()
  const { phone, confirmed, consentWithdrawn } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  const title = t(confirmed ? 'account.changePhone.title' : 'account.changePhone.title.confirm')
  if (consentWithdrawn) {
    return (
      <AccountPage title={title} below="account">
        <Notice kind="warning" title={t('account.changePhone.consent.title')}>
          <p>{t('account.changePhone.consent.text')}</p>
        </Notice>
        <div>
          <ButtonLink href={paths.consents()}>{t('account.changePhone.consent.action')}</ButtonLink>
        </div>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={title} lede={t('account.changePhone.lede')} below="account">
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm>
        <Fields>
          {phone && <p>{t('account.changePhone.now', { phone })}</p>}
          <TextField
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel-national"
            width="short"
            label={t(confirmed ? 'account.changePhone.label' : 'account.phone.label')}
            defaultValue={form?.values['phone']}
            error={fieldErrors(form, 'phone', t)}
          />
          <CurrentPasswordField form={form} />
          <div>
            <Button wide>{t('account.changePhone.action')}</Button>
          </div>
        </Fields>
      </PostForm>
    </AccountPage>
  )
}
