import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reviewRatingText } from '~/commands/review-rating-text.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { RatingReview } from '~/components/rating/rating-review'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { RuledList } from '~/components/ui/ruled-list'
import { isAppError } from '~/domain/errors'
import { parseForm, type FormState } from '~/forms/form'
import { reviewRatingSchema } from '~/forms/rating'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { listWaitingRatings } from '~/queries/list-waiting-ratings.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('rating.review.title'), unlisted: true }))

export const loader = guardedLoader(moderators, async ({ scope, url }) => {
  const after = url.searchParams.get('after') || undefined
  return {
    ...(await listWaitingRatings(scope, { after })),
    after: after ?? null,
    done: url.searchParams.get('done'),
  }
})

interface Returned {
  form?: FormState
  conflict?: true
}

export const action = guardedAction(moderators, async ({ scope, form }) => {
  const parsed = parseForm(reviewRatingSchema, form.toObject())
  if (!parsed.ok) return data<Returned>({ form: parsed.state }, { status: 422 })
  try {
    await reviewRatingText(scope, parsed.data)
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    return data<Returned>({ conflict: true }, { status: 409 })
  }
  return redirect(paths.moderationRatings({ done: parsed.data.outcome }), 303)
})

export default function Ratings() {
  const { t } = useTranslate()
  const { ratings, next, after, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const form = returned?.form
  return (
    <Stack>
      <Breadcrumbs trail={[{ href: paths.moderation(), label: t('moderation.title') }]} />
      <PageHeading title={t('rating.review.title')} lede={<p>{t('rating.review.lede')}</p>} />
      {!returned && (done === 'publish' || done === 'refuse') && (
        <Notice kind="success" title={t(`rating.review.done.${done}`)} live />
      )}
      {returned?.conflict && <Notice kind="warning" title={t('rating.review.conflict')} live />}
      {ratings.length === 0 ? (
        <EmptyState title={t('rating.review.empty.title')}>
          <p>{t('rating.review.empty.text')}</p>
        </EmptyState>
      ) : (
        <RuledList label={t('rating.review.title')}>
          {ratings.map((rating) => (
            <RatingReview
              key={rating.id}
              rating={rating}
              form={form?.values['ratingId'] === rating.id ? form : undefined}
            />
          ))}
        </RuledList>
      )}
      <Pager
        newerHref={after && paths.moderationRatings()}
        newerLabel={t('desk.list.toFirst')}
        olderHref={next && paths.moderationRatings({ after: next })}
        olderLabel={t('desk.list.later')}
      />
    </Stack>
  )
}
