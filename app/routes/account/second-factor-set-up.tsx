import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage, Stack } from '~/components/account/account-page'
import { CarriedField, KeptText, ResubmitForm } from '~/components/account/carried-form'
import { QrCode } from '~/components/account/qr-code'
import { RecoveryCodes } from '~/components/account/recovery-codes'
import { SecretText } from '~/components/account/secret-text'
import { pageMeta } from '~/components/layout/page-meta'
import { Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import {
  confirmSecondFactor,
  prepareSecondFactor,
  reopenSecondFactor,
} from '~/commands/confirm-second-factor.server'
import { openSession } from '~/commands/open-session.server'
import { requireOwner } from '~/commands/own-account.server'
import { SetUpSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { CATALOGUES } from '~/i18n/catalogues'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staffMember } from '~/policies/second-factor'
import { authenticatorUri } from '~/server/auth/second-factor.server'
import { readCarriedForm } from '~/server/http/carried-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'
import { refusalStatus, refusingHaste } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'

/** What the page shows of a secret that waits to be confirmed. */
function setUpView(scope: Scope, prepared: { secret: string; sealed: string }) {
  const { displayName } = requireOwner(scope)
  const issuer = CATALOGUES['zh-Hans']['common.siteName']
  const uri = authenticatorUri({ secret: prepared.secret, accountName: displayName, issuer })
  return { ...prepared, uri }
}

export const loader = guardedLoader(staffMember, ({ scope, url, context }) => {
  const { hasSecondFactor, secondFactor } = requireOwner(scope)
  const next = localPath(url.searchParams.get('next'))
  if (context.acted) return { next, again: hasSecondFactor, setUp: null }
  if (hasSecondFactor && !secondFactor) throw redirect(paths.secondFactor(url.pathname))
  return { next, again: hasSecondFactor, setUp: setUpView(scope, prepareSecondFactor(scope)) }
})

export const action = guardedAction(staffMember, async ({ scope, form, request, context }) => {
  const carried = readCarriedForm(form)
  const prepared = reopenSecondFactor(scope, form.get('sealed') ?? '')
  const page = { carried, setUp: setUpView(scope, prepared), recoveryCodes: undefined }
  if (form.get('intent') === 'show') return data({ ...page, form: undefined })
  const values = form.toObject()
  if (prepared.fresh) {
    const refused = refusedForm(values, 'form', { key: 'account.setUp.expired' })
    return data({ ...page, form: refused }, { status: 422 })
  }
  const parsed = parseForm(SetUpSchema, values)
  if (!parsed.ok) return data({ ...page, form: parsed.state }, { status: 422 })
  const { secret } = prepared
  const result = await refusingHaste(() =>
    confirmSecondFactor(scope, { secret, code: parsed.data.code }),
  )
  if (!result.ok) {
    const refused = refusedForm(values, result.field, result.error)
    return data({ ...page, form: refused }, { status: refusalStatus(result) })
  }
  const { personId } = requireOwner(scope)
  const cookie = await openSession(context, request, {
    personId,
    secondFactor: true,
    method: 'secondFactor',
  })
  const { recoveryCodes } = result
  return data(
    { carried, setUp: null, recoveryCodes, form: undefined },
    { headers: { 'set-cookie': cookie } },
  )
})

export const meta = pageMeta((t) => ({ title: t('account.setUp.title'), unlisted: true }))

export default function SetUpSecondFactor() {
  const { t } = useTranslate()
  const { next, again, setUp: prepared } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form
  const carried = answer?.carried
  if (answer?.recoveryCodes) {
    return (
      <AccountPage title={t('account.recoveryCodes.title')} lede={t('account.recoveryCodes.lede')}>
        <RecoveryCodes codes={answer.recoveryCodes} />
        {carried ? (
          <>
            <KeptText carried={carried} />
            <ResubmitForm carried={carried} />
          </>
        ) : (
          <div>
            <ButtonLink href={next}>{t('account.recoveryCodes.action')}</ButtonLink>
          </div>
        )}
      </AccountPage>
    )
  }
  const setUp = answer?.setUp ?? prepared
  if (!setUp) return null
  return (
    <AccountPage title={t('account.setUp.title')} lede={t('account.setUp.lede')}>
      <ErrorSummary errors={allErrors(form, t)} />
      {again && (
        <Notice kind="warning">
          <p>{t('account.setUp.again')}</p>
        </Notice>
      )}
      <Section id="app" title={t('account.setUp.step.app.title')}>
        <p>{t('account.setUp.step.app.text')}</p>
      </Section>
      <Section id="scan" title={t('account.setUp.step.scan.title')}>
        <Stack>
          <p>{t('account.setUp.step.scan.text')}</p>
          <QrCode text={setUp.uri} label={t('account.setUp.step.scan.alt')} />
          <p>{t('account.setUp.step.scan.manual')}</p>
          <SecretText secret={setUp.secret} />
        </Stack>
      </Section>
      <Section id="confirm" title={t('account.setUp.step.code.title')}>
        <Stack>
          <PostForm action={paths.secondFactorSetup(next)}>
            <input type="hidden" name="sealed" value={setUp.sealed} />
            <CarriedField carried={carried} />
            <Fields>
              <TextField
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                width="code"
                label={t('account.setUp.code')}
                error={fieldErrors(form, 'code', t)}
              />
              <div>
                <Button wide>{t('account.setUp.action')}</Button>
              </div>
            </Fields>
          </PostForm>
        </Stack>
      </Section>
      {carried && <KeptText carried={carried} />}
    </AccountPage>
  )
}
