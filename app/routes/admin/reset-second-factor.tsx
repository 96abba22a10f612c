import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { pageMeta } from '~/components/layout/page-meta'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { resetSecondFactor } from '~/commands/reset-second-factor.server'
import { RESET_REASON_MAX_CHARACTERS, ResetSecondFactorSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getPersonAdmin } from '~/queries/get-person-admin.server'
import { requireEntryId } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, async ({ scope, params, url }) => {
  const { id, displayName } = await getPersonAdmin(scope, requireEntryId(params['id']))
  return { id, displayName, done: url.searchParams.get('done') === 'reset' }
})

export const action = guardedAction(administrators, async ({ scope, form, params }) => {
  const personId = requireEntryId(params['id'])
  const parsed = parseForm(ResetSecondFactorSchema, form.toObject())
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  await resetSecondFactor(scope, { personId, reason: parsed.data.reason })
  throw redirect(paths.adminSecondFactor(personId, { done: 'reset' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.reset.title'), unlisted: true }))

export default function ResetSecondFactor() {
  const { t } = useTranslate()
  const { id, displayName, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <AdminPage at="people" below title={t('account.reset.title')} kicker={displayName}>
      <ErrorSummary errors={allErrors(form, t)} />
      {done && !form ? (
        <>
          <Notice kind="success" live>
            <p>{t('account.reset.done')}</p>
          </Notice>
          <div>
            <ButtonLink href={paths.adminPerson(id)}>{t('account.reset.back')}</ButtonLink>
          </div>
        </>
      ) : (
        <PostForm>
          <Fields>
            <p>{t('account.reset.text')}</p>
            <TextArea
              name="reason"
              label={t('account.reset.reason')}
              hint={t('account.reset.reason.hint')}
              rows={3}
              maxCharacters={RESET_REASON_MAX_CHARACTERS}
              defaultValue={form?.values['reason']}
              error={fieldErrors(form, 'reason', t)}
            />
            <Actions>
              <Button variant="danger">{t('account.reset.action')}</Button>
              <ButtonLink href={paths.adminPerson(id)} variant="quiet">
                {t('account.reset.back')}
              </ButtonLink>
            </Actions>
          </Fields>
        </PostForm>
      )}
    </AdminPage>
  )
}
