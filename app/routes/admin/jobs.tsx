import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { retryFailed } from '~/commands/retry-failed.server'
import { AdminPage } from '~/components/admin/admin-page'
import { FailedTable } from '~/components/admin/failed-table'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { AppError } from '~/domain/errors'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listFailed } from '~/queries/list-failed.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  ...(await listFailed(scope)),
  done: url.searchParams.get('done') === 'retried',
}))

/** Tries one thing again, or all. */
export const action = guardedAction(administrators, async ({ scope, form }) => {
  const [job, message] = [form.get('job'), form.get('message')]
  if (form.get('all') === '1') await retryFailed(scope, 'all')
  else if (job !== undefined) await retryFailed(scope, { job })
  else if (message !== undefined) await retryFailed(scope, { message })
  else throw new AppError('invalidInput')
  throw redirect(paths.adminJobs({ done: 'retried' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('admin.jobs'), unlisted: true }))

export default function Jobs() {
  const { t } = useTranslate()
  const { jobs, messages, done } = useLoaderData<typeof loader>()
  const none = jobs.length + messages.length === 0
  return (
    <AdminPage
      at="jobs"
      title={t('admin.jobs')}
      lede={t('admin.jobs.lede')}
      actions={
        !none && (
          <PostForm>
            <input type="hidden" name="all" value="1" />
            <Button variant="secondary">{t('admin.jobs.retryAll')}</Button>
          </PostForm>
        )
      }
    >
      {done && (
        <Notice kind="success" live>
          <p>{t('admin.jobs.retried')}</p>
        </Notice>
      )}
      {none && (
        <EmptyState title={t('admin.jobs.none.title')}>{t('admin.jobs.none.text')}</EmptyState>
      )}
      {messages.length > 0 && <FailedTable kind="message" failed={messages} />}
      {jobs.length > 0 && <FailedTable kind="job" failed={jobs} />}
    </AdminPage>
  )
}
