import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openTopic } from '~/commands/open-topic.server'
import { BelowHeading } from '~/components/desk/below-heading'
import { pageMeta } from '~/components/layout/page-meta'
import { TopicForm } from '~/components/studio-desk/topic-form'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { isAppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { topicSchema } from '~/forms/topic'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getTopicForm } from '~/queries/get-topic-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const conveners = staff('convener', 'admin')

export const meta = pageMeta((t) => ({ title: t('studioDesk.new.title'), unlisted: true }))

export const loader = guardedLoader(conveners, async ({ scope }) => getTopicForm(scope))

export const action = guardedAction(conveners, async ({ scope, form }) => {
  const values = form.toObject()
  const studioId = values['studioId'] ?? ''
  const parsed = parseForm(topicSchema({ now: scope.now }), values)
  if (!parsed.ok || !isId(studioId)) {
    const state: FormState = parsed.ok ? { values, errors: {} } : parsed.state
    const errors: FormState['errors'] = isId(studioId)
      ? state.errors
      : { studioId: [{ key: 'studioDesk.form.studio.missing' }], ...state.errors }
    return data<FormState>({ ...state, errors }, { status: 422 })
  }
  try {
    const { topicId } = await openTopic(scope, { ...parsed.data, studioId })
    return redirect(paths.studioTopic(topicId, { done: 'opened' }), 303)
  } catch (error) {
    if (!isAppError(error) || error.code !== 'notFound') throw error
    const refused = refusedForm(values, 'categoryId', { key: 'studioDesk.form.gone' })
    return data<FormState>(refused, { status: 422 })
  }
})

export default function NewTopicPage() {
  const { t } = useTranslate()
  const options = useLoaderData<typeof loader>()
  const form: FormState | undefined = useActionData<typeof action>()
  const { studios } = options
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.studioDesk(), label: t('studioDesk.title') }]} />
      <PageHeading title={t('studioDesk.new.title')} lede={<p>{t('studioDesk.new.lede')}</p>} />
      <BelowHeading>
        {studios.length === 0 ? (
          <EmptyState title={t('studioDesk.new.none')} />
        ) : (
          <TopicForm
            action={paths.studioTopicNew()}
            options={options}
            initial={{
              studioId: studios.length === 1 ? (studios[0]?.id ?? '') : '',
              mode: 'preModeration',
            }}
            form={form}
            choosesStudio
            button={t('studioDesk.new.button')}
          />
        )}
      </BelowHeading>
    </>
  )
}
