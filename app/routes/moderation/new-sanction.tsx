import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeSanction } from '~/commands/propose-sanction.server'
import { FormNotices } from '~/components/admin/form-notices'
import { typedValues } from '~/components/admin/typed-values'
import { Columns } from '~/components/layout/columns'
import { pageMeta } from '~/components/layout/page-meta'
import { AccountRecord } from '~/components/sanction/account-record'
import { BasisTexts } from '~/components/sanction/basis-texts'
import { StepFields } from '~/components/sanction/step-fields'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { Fields, TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { SANCTION_NOTE_MAX_CHARACTERS, SANCTION_STEPS } from '~/domain/moderation/sanction'
import { proposeSanctionSchema } from '~/forms/sanction'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { canReview } from '~/policies/moderation'
import { requireProposer, sanctionReaders } from '~/policies/sanction'
import { getNewSanction } from '~/queries/get-new-sanction.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const handle = { wide: true }

function targetOfUrl(url: URL) {
  const commentId = url.searchParams.get('comment') ?? undefined
  return { commentId, personId: url.searchParams.get('person') ?? undefined }
}

export const loader = guardedLoader(sanctionReaders, async ({ scope, url }) => {
  const target = targetOfUrl(url)
  const { account, basis } = await getNewSanction(scope, target)
  requireProposer(scope.viewer, account)
  return { account, basis, commentId: target.commentId ?? null, reviews: canReview(scope.viewer) }
})

export const action = guardedAction(sanctionReaders, async ({ scope, url, form }) => {
  const result = await submitForm(proposeSanctionSchema, form.toObject(), async (fields) => ({
    ok: true,
    ...(await proposeSanction(scope, { ...fields, ...targetOfUrl(url) })),
  }))
  // Whoever may decide on it goes on to do so; the others see what waits now.
  if (result.ok) throw redirect(paths.sanction(result.sanctionId, { done: 'proposed' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('sanction.new.title'), unlisted: true }))

export default function NewSanction() {
  const { t } = useTranslate()
  const { account, basis, commentId, reviews } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const typed = typedValues(returned?.form, t)
  const waiting = account.ladder.find(({ standing }) => standing === 'proposed')
  const back = reviews ? paths.moderation({ item: commentId }) : paths.adminPerson(account.personId)
  return (
    <>
      <Breadcrumbs
        trail={[
          reviews
            ? { href: back, label: t('moderation.title') }
            : { href: back, label: account.name },
        ]}
      />
      <PageHeading
        title={t('sanction.new.for', { name: account.name })}
        lede={<p>{t('sanction.new.lede')}</p>}
      />
      <FormNotices returned={returned} />
      <Columns side={<AccountRecord account={account} />}>
        {waiting ? (
          <Notice kind="info" title={t('sanction.new.waits.title')}>
            <p>{t('sanction.new.waits.text')}</p>
            <p>
              <a href={paths.sanction(waiting.id)}>{t('sanction.new.waits.open')}</a>
            </p>
          </Notice>
        ) : (
          <PostForm>
            <Fields>
              <StepFields
                steps={SANCTION_STEPS.map((step) => ({ step, handsOn: false }))}
                typed={typed}
                step={null}
                days={null}
              />
              <TextArea
                name="note"
                label={t('sanction.note.label')}
                hint={t('sanction.note.hint')}
                rows={4}
                maxCharacters={SANCTION_NOTE_MAX_CHARACTERS}
                defaultValue={typed.value('note')}
                error={typed.errors('note')}
              />
              <Actions>
                <Button wide>{t('sanction.new.submit')}</Button>
                <ButtonLink href={back} variant="quiet">
                  {t('sanction.new.cancel')}
                </ButtonLink>
              </Actions>
            </Fields>
          </PostForm>
        )}
        <BasisTexts texts={basis} linked={reviews} />
      </Columns>
    </>
  )
}
