import { data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { requestRecovery } from '~/commands/request-recovery.server'
import { RecoverSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

export const loader = guardedLoader(everybody, () => null)

export const action = guardedAction(everybody, async ({ scope, form }) => {
  const values = form.toObject()
  const parsed = parseForm(RecoverSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const result = await refusingHaste(() => requestRecovery(scope, parsed.data))
  if ('ok' in result) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ form: refused }, { status: refusalStatus(result) })
  }
  throw redirect(paths.recoverConfirm(result.codeId), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.recover.title'), unlisted: true }))

export default function Recover() {
  const { t } = useTranslate()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage title={t('account.recover.title')} lede={t('account.recover.lede')}>
      <ErrorSummary errors={allErrors(form, t)} />
      <PostForm>
        <Fields>
          <TextField
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel-national"
            width="short"
            label={t('account.phone.label')}
            defaultValue={form?.values['phone']}
            error={fieldErrors(form, 'phone', t)}
          />
          <div>
            <Button wide>{t('account.recover.action')}</Button>
          </div>
        </Fields>
      </PostForm>
      <Ways>
        <Way href={paths.signIn()}>{t('account.signIn.title')}</Way>
      </Ways>
    </AccountPage>
  )
}
