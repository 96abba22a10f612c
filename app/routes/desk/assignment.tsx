import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { abandonCorrection, beginCorrection } from '~/commands/correct-response.server'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { saveContribution } from '~/commands/save-contribution.server'
import { removePromise, savePromise } from '~/commands/save-promise.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { takeBackResponse } from '~/commands/take-back-response.server'
import { AssignmentFacts } from '~/components/desk/assignment-facts'
import { AnswerState } from '~/components/desk/answer-state'
import { Beside } from '~/components/desk/beside'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { DueMark } from '~/components/desk/due-mark'
import { EarlierAnswers } from '~/components/desk/earlier-answers'
import { DeskDone } from '~/components/desk/desk-done'
import { DraftHistory } from '~/components/desk/draft-history'
import { PartActs } from '~/components/desk/part-acts'
import { ReceivedRatings } from '~/components/desk/received-ratings'
import { Question } from '~/components/desk/question'
import { WritingScript } from '~/components/desk/writing'
import { pageMeta } from '~/components/layout/page-meta'
import { Timeline } from '~/components/topic/timeline'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Disclosure } from '~/components/ui/disclosure'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { readMarkedPromise } from '~/forms/commitment'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, type FormState } from '~/forms/form'
import {
  contributionSchema,
  responseDraftSchema,
  seenResponseSchema,
  signOffSchema,
} from '~/forms/response'
import { refusedContribution, refusedDraft, refusedSignOff } from '~/forms/response-problems'
import { listValues } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getPartActs } from '~/queries/get-part-acts.server'
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
  const assignmentId = params['assignmentId'] ?? ''
  const [item, acts] = await Promise.all([
    getDeskItem(scope, assignmentId, { departmentId, after }),
    getPartActs(scope, assignmentId),
  ])
  return {
    item,
    acts,
    acted: url.searchParams.get('acted'),
    now: scope.now,
    place: { department: departmentId, after },
    done: url.searchParams.get('done'),
    template: url.searchParams.get('template') || undefined,
    promise: url.searchParams.get('promise') || undefined,
  }
})

/** A form that came back, and what somebody faster did meanwhile. */
interface Returned {
  of: 'draft' | 'signOff' | 'acknowledge' | 'contribution' | 'turn'
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
  if (intent === 'contribute' || intent === 'contributeDone') return contribute(context, intent)
  if (isTurn(intent)) return turn(context, intent)
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
  const marked = readMarkedPromise(values, intent)
  if (!parsed.ok || !marked.ok) {
    const errors = {
      ...(parsed.ok ? {} : parsed.state.errors),
      ...(marked.ok ? {} : marked.state.errors),
    }
    return data<Returned>({ of: 'draft', form: { values, errors } }, { status: 422 })
  }
  try {
    const saved = await saveResponseDraft(scope, { assignmentId, ...parsed.data })
    const { responseId } = saved
    if (marked.data) await savePromise(scope, { responseId, ...marked.data })
    const [verb, next] = intent.split(':')
    if (verb === 'promiseRemove' && isId(next)) {
      await removePromise(scope, { responseId, promiseId: next })
    }
    if (verb?.startsWith('promise')) {
      const promise = verb === 'promiseEdit' ? next : undefined
      const done = PROMISE_DONE[verb]
      return redirect(
        `${paths.deskAssignment(assignmentId, { department, promise, done })}#${promise ? 'promises' : 'answer'}`,
        303,
      )
    }
    const despiteUnfinished = form.get('despiteUnfinished') === 'on'
    if (intent === 'submit') await submitResponse(scope, { ...saved, despiteUnfinished })
    const done = intent === 'submit' ? 'submitted' : `saved-${saved.draftNumber}`
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

/** What is said once a promise was marked or taken out; of one that is opened nothing. */
const PROMISE_DONE: Partial<Record<string, string>> = {
  promise: 'promiseMarked',
  promiseRemove: 'promiseRemoved',
}

async function contribute(context: ActionContext, intent: 'contribute' | 'contributeDone') {
  const { scope, form, assignmentId, department } = context
  const values = form.toObject()
  const parsed = parseForm(contributionSchema, values)
  if (!parsed.ok) return data<Returned>({ of: 'contribution', form: parsed.state }, { status: 422 })
  const finished = intent === 'contributeDone'
  try {
    await saveContribution(scope, { assignmentId, ...parsed.data, finished })
    const done = finished ? 'finished' : 'contributed'
    return redirect(`${paths.deskAssignment(assignmentId, { department, done })}#contribution`, 303)
  } catch (error) {
    const refused = refusedContribution(error, values)
    if (refused) return data<Returned>({ of: 'contribution', form: refused }, { status: 422 })
    const conflict = conflictOf(error)
    return data<Returned>(
      { of: 'contribution', conflict, form: { values, errors: {} } },
      { status: 409 },
    )
  }
}

/** Turns in the way of a response that need no words. */
const TURNS = {
  takeBack: { run: takeBackResponse, done: 'takenBack' },
  correct: { run: beginCorrection, done: 'correcting' },
  abandon: { run: abandonCorrection, done: 'abandoned' },
} as const

function isTurn(intent: string): intent is keyof typeof TURNS {
  return Object.hasOwn(TURNS, intent)
}

async function turn(context: ActionContext, intent: keyof typeof TURNS) {
  const { scope, form, assignmentId, department } = context
  const parsed = parseForm(seenResponseSchema, form.toObject())
  if (!parsed.ok) throw new AppError('invalidInput')
  const { run, done } = TURNS[intent]
  try {
    await run(scope, parsed.data)
    return redirect(`${paths.deskAssignment(assignmentId, { department, done })}#answer`, 303)
  } catch (error) {
    return data<Returned>({ of: 'turn', conflict: conflictOf(error) }, { status: 409 })
  }
}

async function signOff({ scope, form, assignmentId, department }: ActionContext) {
  const values = form.toObject()
  const parsed = parseForm(signOffSchema, values)
  if (!parsed.ok) {
    // Nobody types the rest of this form.
    const { comment, publishOn } = parsed.state.errors
    if (!comment && !publishOn) throw new AppError('invalidInput')
    return data<Returned>({ of: 'signOff', form: parsed.state }, { status: 422 })
  }
  try {
    const { published, scheduledFor } = await signOffResponse(scope, parsed.data)
    const done = published ? 'published' : scheduledFor ? 'scheduled' : 'returned'
    return redirect(paths.deskAssignment(assignmentId, { department, done }), 303)
  } catch (error) {
    const refused = refusedSignOff(error, values)
    if (refused) return data<Returned>({ of: 'signOff', form: refused }, { status: 422 })
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'signOff', conflict }, { status: 409 })
  }
}

export default function AssignmentPage() {
  const { t } = useTranslate()
  const { item, acts, acted, now, place, done, template, promise } = useLoaderData<typeof loader>()
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
          item.due.owed && (
            <MetaLine>
              <DueMark dueAt={item.due.dueAt} provisional={item.due.provisional} now={now} />
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
      <Beside
        side={
          <>
            <AssignmentFacts item={item} />
            <PartActs acts={acts} acted={acted} />
          </>
        }
      >
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
              !returned && <DeskDone done={done} />
            )
          }
          draftForm={returned?.of === 'draft' ? returned.form : undefined}
          signOffForm={returned?.of === 'signOff' ? returned.form : undefined}
          contributionForm={returned?.of === 'contribution' ? returned.form : undefined}
          later={place.after !== undefined}
          template={template}
          promise={promise}
          now={now}
        />
        {item.ratings && (
          <ReceivedRatings received={item.ratings} mayFollowUp={item.may.followUp} now={now} />
        )}
        <Section id="earlier" title={t('answer.earlier.title')} lede={t('answer.earlier.lede')}>
          <EarlierAnswers answers={item.desk.earlier} />
        </Section>
        {response && response.drafts.length > 0 && (
          <Section id="history" title={t('desk.history.title')}>
            <DraftHistory response={response} />
          </Section>
        )}
        <Disclosure summary={t('desk.item.timeline')}>
          <Timeline topicId={assignment.topicId} entries={item.timeline} />
        </Disclosure>
      </Beside>
      <WritingScript />
    </>
  )
}
