import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { partsAgain } from '~/domain/response/assignment'
import { dueDate, lastDay } from '~/domain/response/due'
import { REOPENING_EXPLANATION_MAX_CHARACTERS } from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import { formatDate } from '~/domain/shared/shanghai-time'
import { writtenText } from '~/domain/shared/written-text'
import { DEFAULT_LANGUAGE } from '~/i18n/languages'
import { paths } from '~/paths'
import { requireAssign } from '~/policies/assignment'
import { conflictOver } from '~/queries/get-last-change.server'
import { getUsualTerm } from '~/queries/get-usual-term.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { writeAssignment } from './assign-topic.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellPerson } from './tell-person.server'

export interface ReopeningDecision {
  reopeningId: string
  version: number
  outcome: 'grant' | 'decline'
  /** What the one who asked reads; of a refusal the public, too. */
  explanation: string
}

/**
 * Takes a matter up again (重新办理): the same departments are asked anew, with a due date of its own by the
 * ordinary terms, and everybody who waits for the same is told. Or declines it, and says why in public.
 *
 * @throws AppError notFound; forbidden for who does not assign to these departments; invalidInput (`field`
 *   explanation; `problem` closed, commentGone); conflict where a colleague decided meanwhile
 */
export async function decideReopening(
  scope: Scope,
  input: ReopeningDecision,
): Promise<{ assignmentId: string | null }> {
  if (!isId(input.reopeningId)) throw new AppError('notFound')
  const explanation = writtenText(
    input.explanation,
    'explanation',
    REOPENING_EXPLANATION_MAX_CHARACTERS,
  )
  if (input.outcome === 'decline' && explanation === null) {
    throw new AppError('invalidInput', { field: 'explanation' })
  }
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const reopening = await readReopening(tx, input.reopeningId)
    const { assignment } = reopening
    const decider = requireAssign(
      scope.viewer,
      assignment.departments.map(({ departmentId }) => departmentId),
    )
    if (input.outcome === 'grant') {
      // What is done anew is rated anew. The evaluation is locked before the assignment, as by who asks.
      await tx.query(NO_FOLLOW_UP, [reopening.rating.responseId])
    }
    await tx.query(`SELECT 1 FROM "assignments" WHERE "id" = $1 FOR UPDATE`, [assignment.id])
    const { count } = await tx.db.reopening.updateMany({
      where: { id: reopening.id, version: input.version, state: 'waiting' },
      data: {
        state: input.outcome === 'grant' ? 'granted' : 'declined',
        explanation,
        decidedById: decider.personId,
        decidedAt: tx.now,
        version: { increment: 1 },
      },
    })
    if (count === 0) {
      throw await conflictOver(tx.db, 'reopening', reopening.id, decider.personId)
    }
    const topicId = assignment.topic.id
    const audit = (action: string, id: string, again: string | null) =>
      tx.audit({
        action,
        objectType: 'reopening',
        objectId: id,
        role: 'official',
        detail: { assignmentId: again ?? assignment.id, topicId, reason: explanation },
      })
    if (input.outcome === 'decline') {
      await recordOnTimeline(
        tx,
        topicId,
        { kind: 'reopeningDeclined', data: { reason: explanation ?? '' } },
        { actorId: decider.personId },
      )
      audit('reopening.declined', reopening.id, null)
      await tell(tx, scope, reopening, 'rating.reopening.declined')
      tx.touch(`topic:${topicId}`)
      return { assignmentId: null }
    }
    const term = await getUsualTerm(tx.db, {
      categoryId: assignment.topic.categoryId,
      commentKind: assignment.comment?.kind ?? null,
    })
    const due = dueDate(tx.now, term, calendar)
    const again = await takeUpAgain(tx, decider, reopening, { ...due, workingDays: term })
    audit('reopening.granted', reopening.id, again)
    const date = formatDate(lastDay(due.dueAt), DEFAULT_LANGUAGE)
    await tell(tx, scope, reopening, 'rating.reopening.granted', { date })
    for (const other of await grantOthers(tx, decider, assignment.id, explanation)) {
      audit('reopening.granted', other.id, again)
      await tell(tx, scope, { ...reopening, ...other }, 'rating.reopening.granted', { date })
    }
    return { assignmentId: again }
  })
}

const NO_FOLLOW_UP = `UPDATE "evaluations" SET "awaitsFollowUp" = false WHERE "responseId" = $1`

async function readReopening(tx: Transaction, id: string) {
  const reopening = await tx.db.reopening.findUnique({
    where: { id },
    select: {
      id: true,
      personId: true,
      reason: true,
      rating: { select: { responseId: true } },
      assignment: {
        select: {
          id: true,
          commentId: true,
          demandGroupId: true,
          comment: { select: { status: true, kind: true } },
          topic: { select: { id: true, title: true, categoryId: true } },
          departments: {
            where: { state: 'answered' },
            select: { departmentId: true, part: true },
          },
        },
      },
    },
  })
  if (!reopening) throw new AppError('notFound')
  return reopening
}

type ReadReopening = Awaited<ReturnType<typeof readReopening>>

async function takeUpAgain(
  tx: Transaction,
  decider: Actor,
  { assignment, reason }: ReadReopening,
  due: { dueAt: Date; provisional: boolean; workingDays: number },
): Promise<string> {
  if (assignment.comment && assignment.comment.status !== 'published') {
    throw new AppError('invalidInput', { problem: 'commentGone' })
  }
  const { assignmentId } = await writeAssignment(tx, decider, {
    topicId: assignment.topic.id,
    commentId: assignment.commentId ?? undefined,
    wholeGroup: assignment.demandGroupId !== null,
    departments: partsAgain(assignment.departments),
    // What was left unsolved, in the words of the one who asks.
    note: reason,
    reopensId: assignment.id,
    ...due,
  })
  return assignmentId
}

/** What others ask of the same assignment is granted with it. */
async function grantOthers(
  tx: Transaction,
  decider: Actor,
  assignmentId: string,
  explanation: string | null,
) {
  const others = await tx.db.reopening.findMany({
    where: { assignmentId, state: 'waiting' },
    select: { id: true, personId: true, rating: { select: { responseId: true } } },
  })
  await tx.db.reopening.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: {
      state: 'granted',
      explanation,
      decidedById: decider.personId,
      decidedAt: tx.now,
      version: { increment: 1 },
    },
  })
  return others
}

async function tell(
  tx: Transaction,
  scope: Scope,
  reopening: Pick<ReadReopening, 'personId' | 'assignment' | 'rating'>,
  key: 'rating.reopening.granted' | 'rating.reopening.declined',
  params: Record<string, string> = {},
): Promise<void> {
  const link = siteAddress(scope.container, paths.rateResponse(reopening.rating.responseId))
  const { title } = reopening.assignment.topic
  await tellPerson(tx, reopening.personId, { key, params: { ...params, title, link } })
}
