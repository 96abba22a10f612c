import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { OwnAnswers } from '~/components/rating/own-answers'
import { AccountNotices } from '~/components/receipt/account-notices'
import { MyCommentItem } from '~/components/receipt/my-comment-item'
import { Button, ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { PostForm } from '~/components/ui/post-form'
import { RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { listOwnSanctions } from '~/queries/get-own-sanction.server'
import { listMyComments } from '~/queries/list-my-comments.server'
import { listOwnAnswers } from '~/queries/list-own-answers.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('me.title'), unlisted: true }))

export const loader = guardedLoader(signedIn, async ({ scope, url }) => {
  const after = url.searchParams.get('after')
  return {
    ...(await listMyComments(scope, { after })),
    toRate: after ? [] : await listOwnAnswers(scope, 'toRate'),
    now: scope.now,
    confirmed: scope.viewer?.confirmed ?? false,
    sanctions: await listOwnSanctions(scope),
    after,
  }
})

export default function Me() {
  const { comments, nextAfter, confirmed, sanctions, after, toRate, now } =
    useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <>
      <PageHeading title={t('me.title')} lede={<p>{t('me.lede')}</p>} actions={<AccountWays />} />
      <AccountNotices confirmed={confirmed} sanctions={sanctions} />
      {toRate.length > 0 && (
        <Section id="to-rate" title={t('rating.toRate.title')} lede={t('rating.toRate.lede')}>
          <OwnAnswers answers={toRate} now={now} namesTopic />
        </Section>
      )}
      <Section id="comments" title={t('me.list.title')}>
        {comments.length > 0 ? (
          <RuledList>
            {comments.map((comment) => (
              <MyCommentItem key={comment.id} comment={comment} />
            ))}
          </RuledList>
        ) : (
          <EmptyState
            title={t('me.empty.title')}
            action={<ButtonLink href={paths.topics()}>{t('me.empty.action')}</ButtonLink>}
          >
            <p>{t('me.empty.text')}</p>
          </EmptyState>
        )}
        <Pager
          newerHref={after ? paths.me() : null}
          newerLabel={t('me.pager.first')}
          olderHref={nextAfter && paths.me({ after: nextAfter })}
        />
      </Section>
    </>
  )
}

function AccountWays() {
  const { t } = useTranslate()
  return (
    <>
      <ButtonLink href={paths.myReports()} variant="quiet">
        {t('me.nav.reports')}
      </ButtonLink>
      <ButtonLink href={paths.account()} variant="quiet">
        {t('me.nav.account')}
      </ButtonLink>
      <ButtonLink href={paths.sessions()} variant="quiet">
        {t('me.nav.sessions')}
      </ButtonLink>
      <PostForm action={paths.signOut()}>
        <Button variant="quiet">{t('me.nav.signOut')}</Button>
      </PostForm>
    </>
  )
}
