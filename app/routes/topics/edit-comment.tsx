import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editComment } from '~/commands/edit-comment.server'
import { CommentForm } from '~/components/comment/comment-form'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import type { StandingStatus } from '~/domain/comment/review-transition'
import { MAX_FILES_PER_COMMENT } from '~/domain/attachment/limits'
import { isAppError, type AppError } from '~/domain/errors'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { editCommentSchema } from '~/forms/comment'
import { droppedFiles, refusedFiles, withFilesToChooseAgain } from '~/forms/attachment'
import { parseForm, refusedForm, type FieldError, type FormState } from '~/forms/form'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { confirmed } from '~/policies/access'
import { participationOf } from '~/policies/comment'
import { getOwnComment } from '~/queries/get-own-comment.server'
import { getTextAdvice } from '~/queries/get-text-advice.server'
import { fileWordsOf, readFormFiles } from '~/server/http/form-files.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(confirmed, async ({ scope, params }) => {
  const comment = await getOwnComment(scope, params['commentId'] ?? '')
  const can = participationOf(scope.viewer, comment.topic, scope.now)
  const { topic, latestStatus, status, ...words } = comment
  return {
    ...words,
    topic: { id: topic.id, title: topic.title, lang: topic.lang },
    latestStatus,
    status,
    barrier: barrierOf({ latestStatus, status, open: can.kind === 'comment' }),
    review: can.kind === 'comment' ? can.review : 'before',
    draftKey: `${scope.viewer?.personId}.${topic.id}.edit-${comment.id}`,
  }
})

/** What stands against changing a comment. */
function barrierOf(comment: {
  latestStatus: StandingStatus
  status: StandingStatus
  open: boolean
}): 'withdrawn' | 'hidden' | 'rejected' | 'closed' | null {
  const { latestStatus, status } = comment
  if (latestStatus === 'withdrawn') return 'withdrawn'
  if (status === 'hidden') return 'hidden'
  if (latestStatus === 'rejected' && status !== 'published') return 'rejected'
  return comment.open ? null : 'closed'
}

export const action = guardedAction(confirmed, async ({ scope, params, form }) => {
  const commentId = params['commentId'] ?? ''
  const values = form.toObject()
  const parsed = parseForm(editCommentSchema, values)
  const again = (state: FormState) => withFilesToChooseAgain(state, form.files.length)
  if (!parsed.ok) return data({ form: again(parsed.state), advice: null }, { status: 422 })
  const advice = await getTextAdvice(
    scope,
    parsed.data.text,
    values['confirmed'],
    fileWordsOf(form),
  )
  if (advice) {
    const error = { key: 'screening.text.advised' } as const
    return data({ form: again(refusedForm(values, 'text', error)), advice }, { status: 422 })
  }
  const { version, ...words } = parsed.data
  try {
    const prepared = await readFormFiles(scope, form)
    if (!prepared.ok) {
      return data({ form: refusedFiles(values, prepared.refused), advice: null }, { status: 422 })
    }
    await editComment(scope, {
      ...words,
      commentId,
      seenVersion: version,
      files: prepared.files,
      dropFiles: droppedFiles(values),
    })
    return redirect(paths.receipt(commentId), 303)
  } catch (error) {
    const t = translator(CATALOGUES[scope.language])
    const told = isAppError(error)
      ? refusalOf(error, (standing) => t(`comment.standing.${standing}`))
      : undefined
    if (!told || !isAppError(error)) throw error
    const tooMany = error.code === 'invalidInput'
    const field = error.code === 'textRefused' ? 'text' : tooMany ? 'files' : 'form'
    const refused = refusedForm(values, field, told)
    return data(
      { form: tooMany ? refused : again(refused), advice: null },
      { status: tooMany ? 422 : error.status },
    )
  }
})

/** What an author is told above the form, with the words kept. */
function refusalOf(
  error: AppError,
  standingWord: (standing: StandingStatus) => string,
): FieldError | undefined {
  switch (error.code) {
    case 'conflict': {
      const standing = standingWord(error.params['what'] as StandingStatus)
      return { key: 'comment.edit.conflict', params: { standing } }
    }
    case 'tooManyRequests': {
      const minutes = Math.ceil(Number(error.params['retryAfterSeconds'] ?? 60) / 60)
      return { key: 'comment.tooOften', params: { minutes } }
    }
    case 'textRefused':
      return { key: `screening.author.${error.params['rule'] as RuleId}` }
    case 'invalidInput':
      return error.params['field'] === 'files'
        ? { key: 'attachment.problem.tooMany', params: { n: MAX_FILES_PER_COMMENT } }
        : undefined
    case 'readOnly':
      return { key: 'comment.form.closed' }
    case 'forbidden':
      return error.params['rejected'] ? { key: 'comment.edit.rejected.text' } : undefined
    default:
      return undefined
  }
}

export const meta = pageMeta((t) => ({ title: t('comment.edit.title'), unlisted: true }))

export default function EditComment() {
  const comment = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer?.form
  const { t } = useTranslate()
  const { topic, barrier } = comment
  const back = (
    <ButtonLink href={paths.receipt(comment.id)} variant="quiet">
      {t('comment.edit.cancel')}
    </ButtonLink>
  )
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.me(), label: t('receipt.allMine') },
          { href: paths.receipt(comment.id), label: t('receipt.title') },
        ]}
      />
      <PageHeading
        title={t('comment.edit.title')}
        lede={<p lang={topic.lang}>{t('comment.form.topic', { title: topic.title })}</p>}
      />
      {barrier && !state ? (
        <EmptyState title={t(`comment.edit.${barrier}.title`)} action={back}>
          <p>{t(`comment.edit.${barrier}.text`)}</p>
        </EmptyState>
      ) : (
        <>
          {comment.latestStatus === 'returned' && comment.reasonText && (
            <Notice kind="warning" title={t('comment.edit.returned')}>
              <p>{comment.reasonText}</p>
            </Notice>
          )}
          <CommentForm
            action={paths.editComment(comment.id)}
            reply={comment.reply}
            note={t(
              comment.latestStatus === 'pending'
                ? 'comment.edit.waiting'
                : comment.review === 'after' && comment.latestStatus === 'published'
                  ? 'comment.edit.publicAfter'
                  : 'comment.edit.public',
            )}
            submit={t('comment.edit.submit')}
            state={state}
            advice={answer?.advice ?? undefined}
            words={comment}
            files={comment.files}
            // The version that the author has before them now: who sends again after a conflict has seen it.
            hidden={{ version: String(comment.version) }}
            draftKey={comment.draftKey}
            rows={8}
          >
            {back}
          </CommentForm>
        </>
      )}
    </Stack>
  )
}
