import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { upholdDecision } from '~/commands/uphold-decision.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { ContestedList } from '~/components/moderation/contested-list'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { isAppError } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { seniorModerators } from '~/policies/moderation'
import { listContested } from '~/queries/list-contested.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('secondLook.title'), unlisted: true }))

export const loader = guardedLoader(seniorModerators, async ({ scope, url }) => ({
  ...(await listContested(scope, url.searchParams.get('after') || null)),
  done: url.searchParams.get('done') === 'upheld',
}))

export const action = guardedAction(seniorModerators, async ({ scope, form }) => {
  try {
    await upholdDecision(scope, form.get('secondLookId') ?? '')
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    const { what, who, at } = error.params
    const result = what === 'overturned' ? ('overturned' as const) : ('upheld' as const)
    return data({ result, who: String(who), at: String(at) }, { status: 409 })
  }
  return redirect(paths.secondLooks({ done: 'upheld' }), 303)
})

/** What two moderators see differently, for a 审核组长. */
export default function SecondLooks() {
  const { t, language } = useTranslate()
  const { entries, nextAfter, done } = useLoaderData<typeof loader>()
  const conflict = useActionData<typeof action>()
  return (
    <Stack>
      <Breadcrumbs trail={[{ href: paths.moderation(), label: t('moderation.title') }]} />
      <PageHeading title={t('secondLook.title')} lede={<p>{t('secondLook.lede')}</p>} />
      {conflict && (
        <Notice kind="warning" title={t('error.conflict.title')} live>
          <p>
            {t(`secondLook.conflict.${conflict.result}`, {
              who: conflict.who,
              at: formatDateTime(new Date(conflict.at), language),
            })}
          </p>
        </Notice>
      )}
      {done && !conflict && <Notice kind="success" title={t('secondLook.done')} live />}
      <ContestedList entries={entries} />
      <Pager olderHref={nextAfter && paths.secondLooks({ after: nextAfter })} />
    </Stack>
  )
}
