import { quoteExcerpt } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import { coveredBy } from '~/domain/response/assignment'
import { factOfResult, takenBack } from '~/domain/response/rate-facts'
import type { WorkingCalendar } from '~/domain/response/working-days'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { paths } from '~/paths'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import type { Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { answerGroup } from './answer-group.server'
import { answerPart } from './answer-part.server'
import { authorsAnswered } from './authors-concerned.server'
import { countForRates } from './count-for-rates.server'
import { indexForSearch } from './index-for-search.server'
import { openEvaluation } from './open-evaluation.server'
import { publishPromises } from './publish-promises.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellPerson } from './tell-person.server'

/**
 * Publishes the signed draft of a response, in the caller's transaction, which has claimed it: the first version with
 * what it answers, the assignment, its 文号 and counts, or a correction; with both the timeline, the search, and
 * messages to the authors answered. Those who were told of the first version are told of every correction.
 *
 * @param calendar read before the transaction: within it the embedded database answers nobody else
 */
export async function publishResponse(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  calendar: WorkingCalendar,
  responseId: string,
  signerId: string,
): Promise<{ topicId: string; corrected: boolean }> {
  const response = await readResponse(tx, responseId)
  const { topic, topicId, publishedVersion: before } = response
  const covered = coveredBy(response.departmentId, response.assignment.departments)
  const versionId = newId(tx.now.getTime())
  await tx.db.responseVersion.create({
    data: {
      id: versionId,
      responseId,
      number: (before?.number ?? 0) + 1,
      draftId: response.currentDraft.id,
      declaredResult: response.declaredResult,
      changeNote: before ? response.changeNote : null,
      publishedAt: tx.now,
      signerId,
    },
  })
  await tx.db.attachment.updateMany({
    where: { responseId, responseVersion: null },
    data: { responseVersion: (before?.number ?? 0) + 1 },
  })
  await tx.db.attachment.updateMany({
    where: { responseId, leaves: true },
    data: { leaves: false, removedVersion: (before?.number ?? 0) + 1 },
  })
  await tx.db.response.update({
    where: { id: responseId },
    data: {
      status: 'published',
      scheduledFor: null,
      changeNote: null,
      publishedVersionId: versionId,
      ...(!before && { publishedAt: tx.now, ...(await fileNumber(tx, response)) }),
    },
  })
  countResult(tx, response)
  await publishPromises(
    tx,
    {
      id: responseId,
      topicId,
      assignmentId: response.assignment.id,
      departmentId: response.departmentId,
      department: response.department.name,
      title: topic.title,
    },
    versionId,
  )
  await recordPublication(tx, response, covered, signerId)
  await indexForSearch(tx, {
    objectId: responseId,
    kind: 'response',
    topicId,
    title: topic.title,
    text: `${response.department.name}\n${response.currentDraft.text}`,
    excerpt: quoteExcerpt(response.currentDraft.text),
    publishedAt: response.publishedAt ?? tx.now,
  })
  if (!before) await answerGroup(tx, responseId, response.assignment.demandGroupId)
  await tellAuthors(tx, scope, response)
  await announce(tx, {
    // Every correction is an event of its own.
    key: before ? `response:${responseId}:${before.number + 1}` : `response:${responseId}`,
    fact: {
      kind: before ? 'responseCorrected' : 'responsePublished',
      data: { responseId, department: response.department.name },
    },
    topicId,
    actorId: signerId,
    own: await authorsAnswered(tx, responseId),
    departmentIds: covered,
  })
  if (!before) {
    const { assignment, departmentId } = response
    await answerPart(tx, calendar, { assignmentId: assignment.id, departmentId }, signerId)
    await openEvaluation(tx, responseId, response)
    // Counts last, the topic's at the very end.
    await tx.db.topic.update({
      where: { id: topicId },
      data: { responseCount: { increment: 1 }, respondedAt: tx.now },
    })
  }
  tx.touch(`response:${responseId}`, `topic:${topicId}`, 'topics', `studio:${topic.studioId}`)
  // What was merged into the topic shows its answers.
  const merged = await tx.db.topic.findMany({
    where: { mergedIntoId: topicId },
    select: { id: true },
  })
  tx.touch(...merged.map(({ id }) => `topic:${id}`))
  return { topicId, corrected: before !== null }
}

type SignedResponse = Awaited<ReturnType<typeof readResponse>>

async function readResponse(tx: Transaction, responseId: string) {
  const response = await tx.db.response.findUniqueOrThrow({
    where: { id: responseId },
    select: {
      id: true,
      topicId: true,
      departmentId: true,
      declaredResult: true,
      changeNote: true,
      publishedAt: true,
      department: { select: { name: true, shortName: true } },
      topic: { select: { title: true, studioId: true } },
      currentDraft: { select: { id: true, text: true } },
      publishedVersion: { select: { number: true, declaredResult: true } },
      assignment: {
        select: {
          id: true,
          demandGroupId: true,
          departments: {
            where: { state: { notIn: ['returned', 'withdrawn'] } },
            select: { departmentId: true, part: true, department: { select: { name: true } } },
          },
        },
      },
    },
  })
  const { currentDraft, declaredResult } = response
  if (!currentDraft || !declaredResult) {
    throw new AppError(
      'internal',
      {},
      { detail: `the response ${responseId} has nothing to publish` },
    )
  }
  return { ...response, currentDraft, declaredResult }
}

/** What is declared counts in the month of the first version; a correction may declare something else. */
function countResult(tx: Transaction, response: SignedResponse): void {
  const { declaredResult, publishedVersion: before } = response
  if (before?.declaredResult === declaredResult) return
  const publishedAt = response.publishedAt ?? tx.now
  countForRates(tx, response, [
    ...(before ? takenBack([factOfResult(publishedAt, before.declaredResult)]) : []),
    factOfResult(publishedAt, declaredResult),
  ])
}

/** The department's next 文号 of the year. Those who publish for one department at once wait for one another here. */
async function fileNumber(tx: Transaction, response: SignedResponse) {
  const year = Number(shanghaiDate(tx.now).slice(0, 4))
  const [counter] = await tx.db.$queryRaw<Array<{ last: number }>>`
    INSERT INTO "response_counters" AS c ("departmentId", "year", "last")
    VALUES (${response.departmentId}, ${year}, 1)
    ON CONFLICT ("departmentId", "year") DO UPDATE SET "last" = c."last" + 1
    RETURNING c."last"`
  return {
    fileMark: `${response.department.shortName}答`,
    fileYear: year,
    fileNumber: counter?.last ?? 1,
  }
}

async function recordPublication(
  tx: Transaction,
  response: SignedResponse,
  covered: readonly string[],
  actorId: string,
): Promise<void> {
  const { id: responseId, department, changeNote } = response
  if (response.publishedVersion) {
    await recordOnTimeline(
      tx,
      response.topicId,
      {
        kind: 'responseCorrected',
        data: { responseId, department: department.name, change: changeNote ?? undefined },
      },
      { actorId },
    )
    return
  }
  const joint = response.assignment.departments
    .filter((each) => each.departmentId !== response.departmentId)
    .filter((each) => covered.includes(each.departmentId))
    .map((each) => each.department.name)
  await recordOnTimeline(
    tx,
    response.topicId,
    {
      kind: 'responsePublished',
      data: { responseId, department: department.name, joint, result: response.declaredResult },
    },
    { actorId },
  )
}

/**
 * Marks what was answered and tells its authors by text message, each once. What was taken back meanwhile is left
 * alone. Who spoke in a topic that was answered as a whole, and is not named, is told by notice alone.
 */
async function tellAuthors(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  response: SignedResponse,
): Promise<void> {
  const corrects = response.publishedVersion !== null
  const answered = await tx.db.comment.findMany({
    where: { answers: { some: { responseId: response.id } }, status: 'published' },
    orderBy: { id: 'asc' },
    select: { id: true, authorId: true },
  })
  if (!corrects) {
    await tx.db.comment.updateMany({
      where: { id: { in: answered.map(({ id }) => id) } },
      data: { respondedAt: tx.now },
    })
  }
  const place = corrects
    ? paths.responseDocument(response.id)
    : paths.response(response.topicId, response.id)
  const authorIds = [...new Set(answered.map((comment) => comment.authorId))]
  for (const authorId of authorIds) {
    await tellPerson(tx, authorId, {
      key: corrects ? 'response.text.corrected' : 'response.text.answered',
      params: {
        title: response.topic.title,
        department: response.department.name,
        change: response.changeNote ?? '',
        link: siteAddress(scope.container, place),
      },
    })
  }
}
