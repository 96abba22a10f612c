import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Way, Ways } from '~/components/account/account-page'
import { CodePage } from '~/components/account/code-page'
import { pageMeta } from '~/components/layout/page-meta'
import { confirmWelcome } from '~/commands/confirm-welcome.server'
import { openSession } from '~/commands/open-session.server'
import { resendPhoneCode } from '~/commands/phone-code.server'
import { CodeSchema } from '~/forms/account'
import { parseForm, refusedForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getPhoneCode } from '~/queries/get-phone-code.server'
import { redirectOn } from '~/server/http/go-on.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { refusalStatus, refusingHaste } from '~/server/refusal'

const PURPOSE = 'welcome'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => ({
  code: await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE }),
  resent: url.searchParams.get('done') === 'resent',
}))

export const action = guardedAction(
  everybody,
  async ({ scope, form, params, request, context }) => {
    const { id } = await getPhoneCode(scope, { id: params['codeId'], purpose: PURPOSE })
    const invitation = params['code'] ?? ''
    if (form.get('intent') === 'resend') {
      const refusal = await refusingHaste(() => resendPhoneCode(scope, { id, purpose: PURPOSE }))
      if (!refusal) throw redirect(paths.invitationConfirm(invitation, id, { done: 'resent' }), 303)
      return data({ form: refusedForm({}, refusal.field, refusal.error) }, { status: 429 })
    }
    const values = form.toObject()
    const parsed = parseForm(CodeSchema, values)
    if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
    const result = await confirmWelcome(scope, { invitation, codeId: id, code: parsed.data.code })
    if (!result.ok) {
      const refused = refusedForm(values, result.field, result.error)
      return data({ form: refused }, { status: refusalStatus(result) })
    }
    const cookie = await openSession(context, request, {
      personId: result.personId,
      secondFactor: false,
      method: 'invitation',
    })
    throw redirectOn(context, { cookie, next: paths.me() })
  },
)

export const meta = pageMeta((t) => ({ title: t('account.code.title'), unlisted: true }))

export default function ConfirmWelcome() {
  const { t } = useTranslate()
  const { code, resent } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <CodePage
      code={code}
      form={form}
      resent={resent}
      title={t('account.code.title')}
      action={t('account.welcome.confirm')}
      known={t('account.changePhone.known')}
      used={t('account.signUp.used')}
    >
      <Ways>
        <Way href={paths.signIn()}>{t('account.signIn.title')}</Way>
      </Ways>
    </CodePage>
  )
}
