import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { NoticeItem } from '~/components/notice/notice-item'
import { Button, ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { PostForm } from '~/components/ui/post-form'
import { RuledList } from '~/components/ui/ruled-list'
import { markAllNoticesRead } from '~/commands/read-notices.server'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getUnreadNotices } from '~/queries/get-unread-notices.server'
import { listNotices } from '~/queries/list-notices.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(signedIn, async ({ scope, url }) => {
  const after = url.searchParams.get('after')
  return {
    ...(await listNotices(scope, { after })),
    unread: await getUnreadNotices(scope),
    done: url.searchParams.get('done') === 'read',
    after,
  }
})

/** Marks all as read. */
export const action = guardedAction(signedIn, async ({ scope }) => {
  await markAllNoticesRead(scope)
  throw redirect(paths.notices({ done: 'read' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('notice.list.title'), unlisted: true }))

export default function Notices() {
  const { t } = useTranslate()
  const { notices, nextAfter, unread, done, after } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading
        title={t('notice.list.title')}
        lede={<p>{t('notice.list.lede')}</p>}
        actions={
          <>
            {unread > 0 && (
              <PostForm action={paths.notices()}>
                <Button variant="secondary">{t('notice.list.readAll')}</Button>
              </PostForm>
            )}
            <ButtonLink href={paths.noticeSettings()} variant="quiet">
              {t('notice.list.settings')}
            </ButtonLink>
          </>
        }
      />
      {done && (
        <Notice kind="success" live>
          <p>{t('notice.list.read.done')}</p>
        </Notice>
      )}
      {notices.length > 0 ? (
        <RuledList label={t('notice.list.label')}>
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} />
          ))}
        </RuledList>
      ) : (
        <EmptyState
          title={t('notice.list.empty.title')}
          action={
            <ButtonLink href={paths.topics()} variant="secondary">
              {t('notice.list.empty.action')}
            </ButtonLink>
          }
        >
          <p>{t('notice.list.empty.text')}</p>
        </EmptyState>
      )}
      <Pager
        newerHref={after ? paths.notices() : null}
        newerLabel={t('notice.list.first')}
        olderHref={nextAfter && paths.notices({ after: nextAfter })}
      />
    </>
  )
}
