import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mergeTopic } from '~/commands/merge-topic.server'
import { MergeForm } from '~/components/studio-desk/merge-form'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { mergeSchema } from '~/forms/merge'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getStudioTopic } from '~/queries/get-studio-topic.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const workers = staff('convener', 'liaison', 'admin')

export const meta = pageMeta((t) => ({ title: t('merge.title'), unlisted: true }))

export const loader = guardedLoader(workers, async ({ scope, params }) => {
  const { topic } = await getStudioTopic(scope, params['topicId'] ?? '')
  return { topic }
})

interface Returned {
  form: FormState
  conflict?: Conflict
}

export const action = guardedAction(workers, async ({ scope, params, form }) => {
  const topicId = params['topicId'] ?? ''
  const values = form.toObject()
  const parsed = parseForm(mergeSchema, values)
  if (!parsed.ok) return data<Returned>({ form: parsed.state }, { status: 422 })
  try {
    const merged = await mergeTopic(scope, { topicId, ...parsed.data })
    if (merged.ok) return redirect(paths.studioTopic(topicId, { done: 'merged' }), 303)
    const refused = refusedForm(values, merged.field, merged.error)
    return data<Returned>({ form: refused }, { status: 422 })
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>({ form: { values, errors: {} }, conflict }, { status: 409 })
  }
})

export default function MergeTopicPage() {
  const { t } = useTranslate()
  const { topic } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.studioDesk(), label: t('studioDesk.title') },
          { href: paths.studioTopic(topic.id), label: topic.title },
        ]}
      />
      <PageHeading kicker={topic.code} title={t('merge.title')} lede={<p>{t('merge.lede')}</p>} />
      {returned?.conflict && <ConflictNotice conflict={returned.conflict} kept />}
      {topic.mergedIntoId ? (
        <Notice kind="info" title={t('merge.already')} />
      ) : (
        <MergeForm topic={topic} form={returned?.form} />
      )}
    </>
  )
}
