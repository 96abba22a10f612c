import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { ConsentField } from '~/components/account/consent-field'
import { DistrictField } from '~/components/account/district-field'
import { NewPasswordField } from '~/components/account/password-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { requestSignUp } from '~/commands/request-sign-up.server'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { SignUpSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { listDistricts } from '~/queries/list-districts.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  const next = localPath(url.searchParams.get('next'))
  if (scope.viewer) throw redirect(next)
  return { next, districts: await listDistricts(scope) }
})

export const action = guardedAction(everybody, async ({ scope, form, url }) => {
  const values = form.toObject()
  const parsed = parseForm(SignUpSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const { displayName, phone, password } = parsed.data
  const districtId = parsed.data.districtId || null
  const districts = await listDistricts(scope)
  if (districtId && !districts.some((district) => district.id === districtId)) {
    const error = { key: 'account.district.unknown' } as const
    return data({ form: refusedForm(values, 'districtId', error) }, { status: 422 })
  }
  const next = localPath(url.searchParams.get('next'))
  const consentVersion = PRIVACY_VERSION
  const result = await refusingHaste(() =>
    requestSignUp(scope, { displayName, phone, password, districtId, consentVersion, next }),
  )
  if ('ok' in result) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  throw redirect(paths.confirmPhone(result.codeId), 303)
})

export const meta = pageMeta((t) => ({
  title: t('account.signUp.title'),
  description: t('account.signUp.lede'),
}))

export default function SignUp() {
  const { t } = useTranslate()
  const { next, districts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage title={t('account.signUp.title')} lede={t('account.signUp.lede')}>
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm action={paths.signUp(next)}>
        <Fields>
          <TextField
            name="displayName"
            autoComplete="nickname"
            width="short"
            label={t('account.displayName.label')}
            hint={t('account.displayName.hint')}
            defaultValue={form?.values['displayName']}
            error={fieldErrors(form, 'displayName', t)}
          />
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
          <NewPasswordField label={t('account.password.label')} form={form} />
          <DistrictField districts={districts} form={form} />
          <ConsentField form={form} />
          <div>
            <Button wide>{t('account.signUp.action')}</Button>
          </div>
        </Fields>
      </PostForm>
      <Ways>
        <Way href={paths.signIn(next)}>{t('account.signUp.signIn')}</Way>
      </Ways>
    </AccountPage>
  )
}
