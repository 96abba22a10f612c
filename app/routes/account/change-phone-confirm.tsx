import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodePage } from '~/components/account/code-page'
import { pageMeta } from '~/components/layout/page-meta'
import { confirmPhoneChange } from '~/commands/confirm-phone-change.server'
import { openSession } from '~/commands/open-session.server'
import { requireOwner } from '~/commands/own-account.server'
import { resendPhoneCode } from '~/commands/phone-code.server'
import { AppError } from '~/domain/errors'
import { CodeSchema } from '~/forms/account'
import { parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { getPhoneCode, isOwnPhoneCode } from '~/queries/get-phone-code.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

const PURPOSE = 'changePhone'

export const loader = guardedLoader(accountOwner, async ({ scope, params, url }) => {
  if (!(await isOwnPhoneCode(scope, params['codeId']))) throw new AppError('notFound')
  return {
    code: await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE }),
    resent: url.searchParams.get('done') === 'resent',
  }
})

export const action = guardedAction(
  accountOwner,
  async ({ scope, form, params, request, context }) => {
    const { personId, secondFactor } = requireOwner(scope)
    if (!(await isOwnPhoneCode(scope, params['codeId']))) throw new AppError('notFound')
    const { id } = await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE })
    if (form.get('intent') === 'resend') {
      const refusal = await refusingHaste(() => resendPhoneCode(scope, { id, purpose: PURPOSE }))
      if (!refusal) throw redirect(paths.changePhoneConfirm(id, { done: 'resent' }), 303)
      return data({ form: refusedForm({}, refusal.field, refusal.error) }, { status: 429 })
    }
    const values = form.toObject()
    const parsed = parseForm(CodeSchema, values)
    if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
    const result = await confirmPhoneChange(scope, { codeId: id, code: parsed.data.code })
    if (!result.ok) {
      const refused = refusedForm(values, result.field, result.error)
      return data({ form: refused }, { status: refusalStatus(result) })
    }
    const cookie = await openSession(context, request, {
      personId,
      secondFactor,
      method: 'phoneChange',
    })
    throw redirect(paths.account({ done: 'phone' }), {
      status: 303,
      headers: { 'set-cookie': cookie },
    })
  },
)

export const meta = pageMeta((t) => ({ title: t('account.code.title'), unlisted: true }))

export default function ConfirmPhone() {
  const { t } = useTranslate()
  const { code, resent } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <CodePage
      code={code}
      form={form}
      resent={resent}
      title={t('account.code.title')}
      action={t('account.changePhone.confirm')}
      known={t('account.changePhone.known')}
      used={t('account.changePhone.used')}
      below="account"
    />
  )
}
