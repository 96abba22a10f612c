import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileAppeal } from '~/commands/file-appeal.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { APPEAL_MAX_CHARACTERS, APPEAL_TERM_WORKING_DAYS } from '~/domain/moderation/appeal'
import { isAppError } from '~/domain/errors'
import { appealSchema } from '~/forms/appeal'
import { allErrors, fieldErrors, parseForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getReceipt } from '~/queries/get-receipt.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(signedIn, async ({ scope, params }) => {
  const receipt = await getReceipt(scope, params['commentId'] ?? '')
  // Where there can be none, or there is one already, the receipt says so.
  if (receipt.appeal.kind !== 'possible') throw redirect(paths.receipt(receipt.id))
  const { id, html, lang, topic, sending } = receipt
  return { id, html, lang, title: topic.title, reason: sending.decision?.reasonText ?? null }
})

export const action = guardedAction(signedIn, async ({ scope, params, form }) => {
  const { id: commentId } = await getReceipt(scope, params['commentId'] ?? '')
  const parsed = parseForm(appealSchema, form.toObject())
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  try {
    await fileAppeal(scope, { commentId, ...parsed.data })
  } catch (error) {
    // It was sent twice, or the matter has moved on: the receipt tells how it stands.
    if (!isAppError(error) || error.params['problem'] === undefined) throw error
  }
  return redirect(`${paths.receipt(commentId)}#appeal`, 303)
})

export const meta = pageMeta((t) => ({ title: t('appeal.title'), unlisted: true }))

export default function Appeal() {
  const { t } = useTranslate()
  const comment = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.me(), label: t('receipt.allMine') },
          { href: paths.receipt(comment.id), label: t('receipt.title') },
        ]}
      />
      <PageHeading
        title={t('appeal.title')}
        lede={<p>{t('appeal.lede', { n: APPEAL_TERM_WORKING_DAYS })}</p>}
      />
      {comment.html && (
        <Section id="words" title={t('receipt.text')}>
          <div
            className="prose"
            lang={comment.lang}
            dangerouslySetInnerHTML={{ __html: comment.html }}
          />
        </Section>
      )}
      {comment.reason && (
        <Section id="reason" title={t('receipt.reason')}>
          <p>{comment.reason}</p>
        </Section>
      )}
      <Section id="say" title={t('appeal.say')}>
        <PostForm>
          <ErrorSummary errors={allErrors(form, t)} />
          <Fields>
            <TextArea
              name="text"
              label={t('appeal.text.label')}
              hint={t('appeal.text.hint')}
              error={fieldErrors(form, 'text', t)}
              defaultValue={form?.values['text']}
              maxCharacters={APPEAL_MAX_CHARACTERS}
              rows={6}
              required
            />
            <Actions>
              <Button wide>{t('appeal.submit')}</Button>
              <ButtonLink href={paths.receipt(comment.id)} variant="quiet">
                {t('appeal.cancel')}
              </ButtonLink>
            </Actions>
          </Fields>
        </PostForm>
      </Section>
    </>
  )
}
