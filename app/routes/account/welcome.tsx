import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { ConsentField } from '~/components/account/consent-field'
import { NewPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { requestWelcome } from '~/commands/request-welcome.server'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { WelcomeSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getInvitation } from '~/queries/get-invitation.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(everybody, async ({ scope, params }) => {
  const invitation = await getInvitation(scope, params['code'] ?? '')
  if (!invitation) return data({ invitation: null }, { status: 404 })
  const { displayName, phone } = invitation
  return data({ invitation: { displayName, phone } })
})

export const action = guardedAction(everybody, async ({ scope, form, params }) => {
  const code = params['code'] ?? ''
  const values = form.toObject()
  const parsed = parseForm(WelcomeSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const { phone = null, password } = parsed.data
  const result = await refusingHaste(() =>
    requestWelcome(scope, { invitation: code, phone, password, consentVersion: PRIVACY_VERSION }),
  )
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  throw redirect(paths.invitationConfirm(code, result.codeId), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.welcome.page'), unlisted: true }))

export default function Welcome() {
  const { t } = useTranslate()
  const { invitation } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  if (!invitation) {
    return (
      <AccountPage title={t('account.welcome.over.title')} lede={t('account.welcome.over.text')}>
        <Ways>
          <Way href={paths.signIn()}>{t('account.signIn.title')}</Way>
        </Ways>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={t('account.welcome.title', { name: invitation.displayName })}
      lede={t('account.welcome.lede')}
    >
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm>
        <Fields>
          {invitation.phone ? (
            <p>{t('account.welcome.phone', { phone: invitation.phone })}</p>
          ) : (
            <TextField
              name="phone"
              type="tel"
              inputMode="tel"
              autoComplete="tel-national"
              width="short"
              label={t('account.phone.label')}
              hint={t('account.phone.hint')}
              defaultValue={form?.values['phone']}
              error={fieldErrors(form, 'phone', t)}
            />
          )}
          <NewPasswordField label={t('account.password.label')} form={form} />
          <ConsentField form={form} />
          <div>
            <Button wide>{t('account.welcome.action')}</Button>
          </div>
        </Fields>
      </PostForm>
    </AccountPage>
  )
}
