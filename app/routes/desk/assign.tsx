import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assignTopic } from '~/commands/assign-topic.server'
import { AssignForm } from '~/components/desk/assign-form'
import { Said } from '~/components/desk/said'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { lastDay } from '~/domain/response/due'
import { formatDate } from '~/domain/shared/shanghai-time'
import { assignSchema } from '~/forms/assign'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { listValues } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getAssignForm } from '~/queries/get-assign-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const assigners = staff('official:assign')

export const meta = pageMeta((t) => ({ title: t('desk.assign.title'), unlisted: true }))

function subjectOf(url: URL) {
  return {
    topicId: url.searchParams.get('topic') || undefined,
    commentId: url.searchParams.get('comment') || undefined,
  }
}

export const loader = guardedLoader(assigners, async ({ scope, url }) => {
  const facts = await getAssignForm(scope, subjectOf(url))
  const { topicId, commentId } = subjectOf(url)
  const named = url.searchParams.get('department')
  return {
    facts,
    action: paths.assign({ topic: topicId, comment: commentId }),
    suggested: facts.departments.find(({ id }) => id === named)?.id,
  }
})

export const action = guardedAction(assigners, async ({ scope, url, form }) => {
  const { topic, comment } = await getAssignForm(scope, subjectOf(url))
  const values = listValues(form, 'joint', 'apart')
  const parsed = parseForm(assignSchema, values)
  if (!parsed.ok) return data(parsed.state, { status: 422 })
  try {
    await assignTopic(scope, { topicId: topic.id, commentId: comment?.id, ...parsed.data })
  } catch (error) {
    const refused = refusedAssignment(error, values)
    if (!refused) throw error
    return data(refused.form, { status: refused.status })
  }
  return redirect(paths.desk({ view: 'assigned', done: 'assigned' }), 303)
})

/** A department that has the matter already, or is gone: the form comes back with that. */
function refusedAssignment(
  error: unknown,
  values: Record<string, string>,
): { form: FormState; status: number } | null {
  if (!isAppError(error)) return null
  const field = values['form'] === 'apart' ? 'apart' : 'lead'
  if (error.code === 'conflict') {
    const { department = '', who = '' } = error.params
    const form = refusedForm(values, field, {
      key: 'desk.assign.problem.owed',
      params: { department, who },
    })
    return { form, status: 409 }
  }
  if (error.code !== 'notFound') return null
  return { form: refusedForm(values, field, { key: 'desk.assign.problem.gone' }), status: 422 }
}

export default function AssignPage() {
  const { t, language } = useTranslate()
  const { facts, action: target, suggested } = useLoaderData<typeof loader>()
  const form: FormState | undefined = useActionData<typeof action>()
  const { topic, comment, before } = facts
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: paths.desk({ view: 'unassigned' }), label: t('desk.view.unassigned') },
        ]}
      />
      <PageHeading
        topic
        kicker={t(comment ? 'desk.assign.toComment' : 'desk.assign.toTopic')}
        title={topic.title}
        lede={
          <>
            <p>{topic.question}</p>
            <MetaLine>
              <span>{topic.code}</span>
              <span>{topic.studio.name}</span>
              <span>{t(`stage.${topic.stage}`)}</span>
            </MetaLine>
          </>
        }
      />
      {comment?.currentRevision && (
        <Section id="subject" title={t('desk.assign.subject')}>
          <Said
            comment={{
              authorName: comment.author.displayName,
              voice: comment.voice,
              authorTitle: comment.authorTitle,
              kind: comment.kind,
              stance: comment.stance,
              lang: comment.lang,
              createdAt: comment.createdAt,
              html: comment.currentRevision.html,
            }}
          />
        </Section>
      )}
      {before.length > 0 && (
        <Section id="before" title={t('desk.assign.before')}>
          <RuledList>
            {before.map((assignment) => (
              <RuledItem key={assignment.id}>
                <p>
                  {assignment.departments
                    .map(({ part, department }) =>
                      t(`timeline.assigned.${part}`, { names: department.name }),
                    )
                    .join(t('ui.listSeparator'))}
                </p>
                <MetaLine>
                  <span>
                    {assignment.closedAt && !assignment.answeredAt
                      ? t('desk.assign.before.returned')
                      : assignment.answeredAt
                        ? t('desk.assign.before.answered', {
                            date: formatDate(assignment.answeredAt, language),
                          })
                        : t('desk.assign.before.open', {
                            date: formatDate(lastDay(assignment.dueAt), language),
                          })}
                  </span>
                  <span>{assignment.assignedBy.displayName}</span>
                </MetaLine>
              </RuledItem>
            ))}
          </RuledList>
        </Section>
      )}
      <Section id="assign" title={t('desk.assign.who')}>
        {facts.departments.length === 0 ? (
          <EmptyState title={t('desk.assign.departments.none')} />
        ) : (
          <AssignForm facts={facts} action={target} form={form} suggested={suggested} />
        )}
      </Section>
    </>
  )
}
