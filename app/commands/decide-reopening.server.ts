import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { partsAgain } from '~/domain/response/assignment'
import { dueDate, lastDay } from '~/domain/response/due'
import { REOPENING_EXPLANATION_MAX_CHARACTERS } from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { writtenText } from '~/domain/shared/written-text'
import { paths } from '~/paths'
import { requireAssign } from '~/policies/assignment'
import { conflictOver } from '~/queries/get-last-change.server'
import { getUsualTerm } from '~/queries/get-usual-term.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { writeAssignment } from './assign-topic.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellOfNewAssignment } from './tell-of-new-assignment.server'
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
      await tell(tx, scope, decider, reopening, null)
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
    const others = await grantOthers(tx, decider, assignment.id, explanation)
    for (const other of others) audit('reopening.granted', other.id, again)
    const asked = [reopening, ...others.map((other) => ({ ...reopening, ...other }))]
    const askedIds = asked.map(({ personId }) => personId)
    await tellOfNewAssignment(tx, scope, again, askedIds)
    for (const each of asked) await tell(tx, scope, decider, each, lastDay(due.dueAt))
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

/** Tells who asked, by notice and text message, of the decision; with the last day of the new term where it is granted. */
async function tell(
  tx: Transaction,
  scope: Scope,
  decider: Actor,
  reopening: Pick<ReadReopening, 'id' | 'personId' | 'assignment' | 'rating'>,
  day: Date | null,
): Promise<void> {
  const { personId } = reopening
  const { responseId } = reopening.rating
  const { id: topicId, title } = reopening.assignment.topic
  await announce(tx, {
    key: `reopening:${reopening.id}`,
    fact: {
      kind: 'reopeningDecided',
      data: { responseId, dueOn: day && shanghaiDate(day) },
    },
    topicId,
    actorId: decider.personId,
    own: [personId],
  })
  const params = { title, link: siteAddress(scope.container, paths.rateResponse(responseId)) }
  await tellPerson(
    tx,
    personId,
    day
      ? { key: 'rating.reopening.granted', params: { ...params, date: day } }
      : { key: 'rating.reopening.declined', params },
  )
}
