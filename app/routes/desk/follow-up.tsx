import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordFollowUp } from '~/commands/record-follow-up.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { FOLLOW_UP_MAX_CHARACTERS } from '~/domain/response/rating'
import { allErrors, fieldErrors, parseForm, type FormState } from '~/forms/form'
import { followUpSchema } from '~/forms/response'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getFollowUpForm } from '~/queries/get-follow-up-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const officials = staff('official:draft', 'official:sign')

export const meta = pageMeta((t) => ({ title: t('desk.followUp.title'), unlisted: true }))

export const loader = guardedLoader(officials, async ({ scope, params }) =>
  getFollowUpForm(scope, params['responseId'] ?? ''),
)

export const action = guardedAction(officials, async ({ scope, params, form }) => {
  const { responseId, assignmentId } = await getFollowUpForm(scope, params['responseId'] ?? '')
  const parsed = parseForm(followUpSchema, form.toObject())
  if (!parsed.ok) return data<FormState>(parsed.state, { status: 422 })
  await recordFollowUp(scope, { responseId, text: parsed.data.text })
  const done = 'followedUp'
  return redirect(`${paths.deskAssignment(assignmentId, { done })}#answer`, 303)
})

export default function FollowUpPage() {
  const answer = useLoaderData<typeof loader>()
  const state: FormState | undefined = useActionData<typeof action>()
  const { t } = useTranslate()
  const back = paths.deskAssignment(answer.assignmentId)
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: back, label: answer.title },
        ]}
      />
      <PageHeading
        title={t('desk.followUp.title')}
        lede={<p>{t('desk.followUp.lede', { department: answer.department })}</p>}
      />
      <PostForm action={paths.followUp(answer.responseId)}>
        <ErrorSummary errors={allErrors(state, t)} />
        <Fields>
          <TextArea
            name="text"
            label={t('desk.followUp.text')}
            hint={t('desk.followUp.hint')}
            error={fieldErrors(state, 'text', t)}
            defaultValue={state?.values['text']}
            maxCharacters={FOLLOW_UP_MAX_CHARACTERS}
          />
          <Actions>
            <Button wide>{t('desk.followUp.submit')}</Button>
            <ButtonLink href={back} variant="quiet">
              {t('answer.files.back')}
            </ButtonLink>
          </Actions>
        </Fields>
      </PostForm>
    </Stack>
  )
}
