import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { AssignmentFacts } from '~/components/desk/assignment-facts'
import { AnswerState } from '~/components/desk/answer-state'
import { Beside } from '~/components/desk/beside'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { DueMark } from '~/components/desk/due-mark'
import { DraftHistory } from '~/components/desk/draft-history'
import { Question } from '~/components/desk/question'
import { pageMeta } from '~/components/layout/page-meta'
import { Timeline } from '~/components/topic/timeline'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Disclosure } from '~/components/ui/disclosure'
import { LinkTabs } from '~/components/ui/link-tabs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { AppError, isAppError } from '~/domain/errors'
import { MAX_ANSWERED_COMMENTS } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { responseDraftSchema, signOffSchema } from '~/forms/response'
import { listValues } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getDeskItem } from '~/queries/get-desk-item.server'
import type { SubmittedForm } from '~/server/http/form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const officials = staff('official:draft', 'official:sign', 'official:assign')

export const meta = pageMeta<typeof loader>((t, found) => ({
  title: found?.item.assignment.topic.title ?? t('desk.title'),
  unlisted: true,
}))

export const loader = guardedLoader(officials, async ({ scope, params, url }) => {
  const departmentId = url.searchParams.get('department') || undefined
  const after = url.searchParams.get('after') || undefined
  const item = await getDeskItem(scope, params['assignmentId'] ?? '', { departmentId, after })
  return {
    item,
    now: scope.now,
    place: { department: departmentId, after },
    done: url.searchParams.get('done'),
  }
})

/** A form that came back, and what somebody faster did meanwhile. */
interface Returned {
  of: 'draft' | 'signOff' | 'acknowledge'
  form?: FormState
  conflict?: Conflict
}

export const action = guardedAction(officials, async ({ scope, params, form, url }) => {
  const assignmentId = params['assignmentId'] ?? ''
  if (!isId(assignmentId)) throw new AppError('notFound')
  const department = url.searchParams.get('department') || undefined
  const intent = form.get('intent') ?? ''
  const after = url.searchParams.get('after') || undefined
  const context = { scope, form, assignmentId, department, after }
  if (intent === 'acknowledge') return acknowledge(context)
  return intent === 'signOff' ? signOff(context) : saveDraft(context, intent)
})

interface ActionContext {
  scope: Scope
  form: SubmittedForm
  assignmentId: string
  department: string | undefined
  /** Where the page was among the other comments. */
  after: string | undefined
}

async function acknowledge({ scope, form, assignmentId, department }: ActionContext) {
  const departmentId = form.get('departmentId') ?? ''
  if (!isId(departmentId)) throw new AppError('invalidInput')
  try {
    await acknowledgeAssignment(scope, { assignmentId, departmentId })
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'acknowledge', conflict }, { status: 409 })
  }
  return redirect(paths.deskAssignment(assignmentId, { department, done: 'acknowledged' }), 303)
}

async function saveDraft(context: ActionContext, intent: string) {
  const { scope, form, assignmentId, department } = context
  const values = listValues(form, 'answers')
  const parsed = parseForm(responseDraftSchema, values)
  if (!parsed.ok) return data<Returned>({ of: 'draft', form: parsed.state }, { status: 422 })
  try {
    const saved = await saveResponseDraft(scope, { assignmentId, ...parsed.data })
    if (intent === 'submit') await submitResponse(scope, saved)
    const done = intent === 'submit' ? 'submitted' : `saved-${saved.draftNumber}`
    const [verb, next] = intent.split(':')
    const after = verb === 'more' ? next : verb === 'first' ? undefined : context.after
    return redirect(
      `${paths.deskAssignment(assignmentId, { department, after, done })}#answer`,
      303,
    )
  } catch (error) {
    const refused = refusedDraft(error, values)
    if (refused) return data<Returned>({ of: 'draft', form: refused }, { status: 422 })
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'draft', conflict, form: { values, errors: {} } }, { status: 409 })
  }
}

/** What a command finds wrong with the draft itself, as an error of the form. */
function refusedDraft(error: unknown, values: Record<string, string>): FormState | null {
  if (!isAppError(error) || error.code !== 'invalidInput') return null
  if (error.params['problem'] === 'tooManyAnswers') {
    return refusedForm(values, 'answers', {
      key: 'desk.draft.answers.tooMany',
      params: { max: MAX_ANSWERED_COMMENTS },
    })
  }
  return error.params['problem'] === 'notAcknowledged'
    ? refusedForm(values, 'form', { key: 'desk.draft.notAcknowledged' })
    : null
}

async function signOff({ scope, form, assignmentId, department }: ActionContext) {
  const parsed = parseForm(signOffSchema, form.toObject())
  if (!parsed.ok) {
    // Nobody types the rest of this form.
    if (!parsed.state.errors['comment']) throw new AppError('invalidInput')
    return data<Returned>({ of: 'signOff', form: parsed.state }, { status: 422 })
  }
  try {
    const { published } = await signOffResponse(scope, parsed.data)
    const done = published ? 'published' : 'returned'
    return redirect(paths.deskAssignment(assignmentId, { department, done }), 303)
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'signOff', conflict }, { status: 409 })
  }
}

export default function AssignmentPage() {
  const { t } = useTranslate()
  const { item, now, place, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { assignment, response } = item
  const { topic } = assignment
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.desk(), label: t('desk.title') }]} />
      <PageHeading
        topic
        kicker={t('desk.item.kicker', { code: topic.code })}
        title={topic.title}
        lede={
          !assignment.answeredAt && (
            <MetaLine>
              <DueMark dueAt={assignment.dueAt} provisional={assignment.dueProvisional} now={now} />
            </MetaLine>
          )
        }
      />
      {item.views.length > 1 && (
        <LinkTabs
          label={t('desk.item.as')}
          tabs={item.views.map(({ departmentId, name }) => ({
            href: paths.deskAssignment(assignment.id, { department: departmentId }),
            label: name,
            current: departmentId === item.asked.departmentId,
          }))}
        />
      )}
      <Beside side={<AssignmentFacts assignment={assignment} />}>
        <Section id="question" title={t('desk.question.title')}>
          <Question assignment={assignment} />
        </Section>
        <AnswerState
          item={item}
          action={`${paths.deskAssignment(assignment.id, place)}#answer`}
          notice={
            returned?.conflict ? (
              <ConflictNotice conflict={returned.conflict} kept={returned.form !== undefined} />
            ) : (
              !returned && <Done done={done} />
            )
          }
          draftForm={returned?.of === 'draft' ? returned.form : undefined}
          signOffForm={returned?.of === 'signOff' ? returned.form : undefined}
          later={place.after !== undefined}
          now={now}
        />
        {response && response.drafts.length > 0 && (
          <Section id="history" title={t('desk.history.title')}>
            <DraftHistory response={response} />
          </Section>
        )}
        <Disclosure summary={t('desk.item.timeline')}>
          <Timeline topicId={assignment.topicId} entries={item.timeline} />
        </Disclosure>
      </Beside>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  const { t } = useTranslate()
  const saved = /^saved-(\d{1,5})$/.exec(done ?? '')
  const words = saved
    ? t('desk.done.saved', { n: Number(saved[1]) })
    : done === 'acknowledged' ||
        done === 'submitted' ||
        done === 'published' ||
        done === 'returned' ||
        done === 'assigned'
      ? t(`desk.done.${done}`)
      : null
  return words && <Notice kind="success" title={words} live />
}
