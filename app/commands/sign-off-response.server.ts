import { AppError } from '~/domain/errors'
import { quoteExcerpt } from '~/domain/comment/quote'
import { coveredBy } from '~/domain/response/assignment'
import { paths } from '~/paths'
import { requireSigner } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { answerGroup } from './answer-group.server'
import { answerPart } from './answer-part.server'
import { indexForSearch } from './index-for-search.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellPerson } from './tell-person.server'

export type SignOffDecision =
  /** The response is published at once. */
  | { outcome: 'approve'; comment?: string }
  /** The draft goes back to the drafters, who read why. */
  | { outcome: 'return'; comment: string }

export interface SignedOff {
  topicId: string
  published: boolean
}

/**
 * Signs an official response off (审签), and with that publishes it, or sends it back. Never by somebody who
 * wrote one of its drafts: the database refuses that as well.
 *
 * Publication puts everything into one transaction: the response, what it answers, the assignment, the
 * timeline, the search, messages to the authors answered, counts, audit; pages are dropped after it.
 *
 * @throws AppError notFound; forbidden (`obstacle`: notSigner, drafted); invalidInput for a return without a
 *   reason; conflict (`what`, `who`, `at`, `mine`) where it is no longer what was on the page
 */
export async function signOffResponse(
  scope: Scope,
  input: { responseId: string; version: number } & SignOffDecision,
): Promise<SignedOff> {
  if (input.outcome === 'return' && input.comment.trim() === '') {
    throw new AppError('invalidInput', { problem: 'noReason' })
  }
  return transact(scope, async (tx) => {
    const response = await readResponse(tx, input.responseId)
    const signer = requireSigner(scope.viewer, {
      departmentId: response.departmentId,
      drafterIds: response.drafts.map(({ authorId }) => authorId),
    })
    const draft = response.currentDraft
    // The row's lock comes with the first write: of two decisions on one version one goes on.
    const claimed = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: 'awaitingSignOff' },
      data: { version: { increment: 1 } },
    })
    if (claimed.count === 0 || !draft) {
      throw await conflictOver(tx.db, 'response', input.responseId, signer.personId)
    }
    await tx.db.responseSignOff.create({
      data: {
        id: newId(tx.now.getTime()),
        responseId: input.responseId,
        draftId: draft.id,
        drafterId: draft.authorId,
        signerId: signer.personId,
        outcome: input.outcome,
        comment: input.comment?.trim() || null,
        at: tx.now,
      },
    })
    tx.audit({
      action: input.outcome === 'approve' ? 'response.published' : 'response.returned',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: {
        draftId: draft.id,
        drafterId: draft.authorId,
        version: input.version,
        topicId: response.topicId,
      },
    })
    if (input.outcome === 'return') {
      await tx.db.response.update({
        where: { id: input.responseId },
        data: { status: 'drafting', submittedAt: null },
      })
      return { topicId: response.topicId, published: false }
    }
    await publish(tx, scope, response, draft, signer.personId)
    return { topicId: response.topicId, published: true }
  })
}

async function readResponse(tx: Transaction, responseId: string) {
  const response = await tx.db.response.findUnique({
    where: { id: responseId },
    select: {
      id: true,
      topicId: true,
      departmentId: true,
      declaredResult: true,
      department: { select: { name: true } },
      topic: { select: { title: true, studioId: true } },
      drafts: { select: { authorId: true } },
      currentDraft: { select: { id: true, authorId: true, text: true } },
      assignment: {
        select: {
          id: true,
          demandGroupId: true,
          departments: {
            select: {
              departmentId: true,
              part: true,
              department: { select: { name: true } },
            },
          },
        },
      },
    },
  })
  if (!response) throw new AppError('notFound')
  return response
}

async function publish(
  tx: Transaction,
  scope: Scope,
  response: Awaited<ReturnType<typeof readResponse>>,
  draft: { id: string; text: string },
  signerId: string,
): Promise<void> {
  const { assignment, topic, topicId } = response
  await tx.db.response.update({
    where: { id: response.id },
    data: { status: 'published', publishedAt: tx.now },
  })
  const covered = coveredBy(response.departmentId, assignment.departments)
  const joint = assignment.departments
    .filter((each) => each.departmentId !== response.departmentId)
    .filter((each) => covered.includes(each.departmentId))
    .map((each) => each.department.name)
  await recordOnTimeline(
    tx,
    topicId,
    {
      kind: 'responsePublished',
      data: {
        responseId: response.id,
        department: response.department.name,
        joint,
        result: response.declaredResult,
      },
    },
    { actorId: signerId },
  )
  await indexForSearch(tx, {
    objectId: response.id,
    kind: 'response',
    topicId,
    title: topic.title,
    text: `${response.department.name}\n${draft.text}`,
    excerpt: quoteExcerpt(draft.text),
    publishedAt: tx.now,
  })
  await answerGroup(tx, response.id, assignment.demandGroupId)
  const answered = await answerComments(tx, scope, response)
  await announce(tx, {
    key: `response:${response.id}`,
    fact: {
      kind: 'responsePublished',
      data: { responseId: response.id, department: response.department.name },
    },
    topicId,
    actorId: signerId,
    own: answered,
    departmentIds: covered,
  })
  const { departmentId } = response
  await answerPart(tx, scope, { assignmentId: assignment.id, departmentId }, signerId)
  // Counts last, the topic's at the very end.
  await tx.db.topic.update({
    where: { id: topicId },
    data: { responseCount: { increment: 1 }, respondedAt: tx.now },
  })
  tx.touch(`topic:${topicId}`, 'topics', `studio:${topic.studioId}`)
}

/**
 * Marks what was answered and tells its authors by text message, each once. What was taken back meanwhile is left
 * alone.
 *
 * @returns the authors
 */
async function answerComments(
  tx: Transaction,
  scope: Scope,
  response: Awaited<ReturnType<typeof readResponse>>,
): Promise<string[]> {
  const place = paths.response(response.topicId, response.id)
  const answered = await tx.db.comment.findMany({
    where: { answers: { some: { responseId: response.id } }, status: 'published' },
    orderBy: { id: 'asc' },
    select: { id: true, authorId: true },
  })
  await tx.db.comment.updateMany({
    where: { id: { in: answered.map(({ id }) => id) } },
    data: { respondedAt: tx.now },
  })
  const authorIds = [...new Set(answered.map((comment) => comment.authorId))]
  for (const authorId of authorIds) {
    await tellPerson(tx, authorId, {
      key: 'response.text.answered',
      params: {
        title: response.topic.title,
        department: response.department.name,
        link: siteAddress(scope.container, place),
      },
    })
  }
  return authorIds
}
