import { AppError } from '~/domain/errors'
import { answersItself } from '~/domain/response/assignment'
import { MAX_ANSWERED_COMMENTS, type DeclaredResult } from '~/domain/response/response'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

export interface ResponseDraftInput {
  assignmentId: string
  /** The department that answers: the lead, or one of several 分办. */
  departmentId: string
  /** The version of the response that was on the page; 0 while there was none. */
  version: number
  /** Markdown, cleaned. */
  text: string
  declaredResult: DeclaredResult
  /** Comments of the topic to answer from now on, and those to answer no longer. The rest stays as it is. */
  answer: readonly string[]
  leave: readonly string[]
}

export interface SavedDraft {
  responseId: string
  version: number
  /** The number of the draft as it is now: a new one where the words have changed. */
  draftNumber: number
}

/**
 * Saves a draft of an official response. Earlier drafts stay as they were.
 *
 * @throws AppError forbidden for who does not draft there; notFound; invalidInput (`problem`: notAcknowledged,
 *   tooManyAnswers); conflict (`what`, `who`, `at`, `mine`) where a colleague saved, submitted or published
 *   meanwhile
 */
export async function saveResponseDraft(
  scope: Scope,
  input: ResponseDraftInput,
): Promise<SavedDraft> {
  const drafter = requireDrafter(scope.viewer, input.departmentId)
  const rendered = renderMarkdown(input.text, 'document')
  return transact(scope, async (tx) => {
    const asked = await readAsked(tx, input, drafter.personId)
    const responseId = await claimVersion(tx, input, asked.topicId, drafter.personId)
    const latest = await tx.db.responseDraft.findFirst({
      where: { responseId },
      orderBy: { number: 'desc' },
      select: { number: true, text: true },
    })
    let draftNumber = latest?.number ?? 0
    if (latest?.text !== input.text) {
      draftNumber += 1
      const draft = await tx.db.responseDraft.create({
        data: {
          id: newId(tx.now.getTime()),
          responseId,
          number: draftNumber,
          text: input.text,
          html: rendered.html,
          rendererVersion: rendered.version,
          authorId: drafter.personId,
          createdAt: tx.now,
        },
        select: { id: true },
      })
      await tx.db.response.update({
        where: { id: responseId },
        data: { currentDraftId: draft.id },
      })
    }
    const answers = await chooseAnswers(tx, responseId, asked, input)
    tx.audit({
      action: 'response.drafted',
      objectType: 'response',
      objectId: responseId,
      role: 'official',
      detail: {
        assignmentId: input.assignmentId,
        departmentId: input.departmentId,
        draftNumber,
        declaredResult: input.declaredResult,
        answers,
      },
    })
    return { responseId, version: input.version + 1, draftNumber }
  })
}

interface Asked {
  topicId: string
  /** The comment that was assigned: it is always among those answered. */
  commentId: string | null
}

async function readAsked(
  tx: Transaction,
  input: ResponseDraftInput,
  viewerId: string,
): Promise<Asked> {
  const { assignmentId, departmentId } = input
  const asked = await tx.db.assignmentDepartment.findUnique({
    where: { assignmentId_departmentId: { assignmentId, departmentId } },
    select: {
      part: true,
      state: true,
      assignment: { select: { topicId: true, commentId: true } },
    },
  })
  if (!asked) throw new AppError('notFound')
  if (!answersItself(asked.part)) {
    throw new AppError('forbidden', {}, { detail: 'a joint department answers with its lead' })
  }
  if (asked.state === 'assigned') throw new AppError('invalidInput', { problem: 'notAcknowledged' })
  // Returned, given to another department, or merged meanwhile. What is answered says so by its version.
  if (asked.state !== 'handling' && asked.state !== 'answered') {
    throw await conflictOver(tx.db, 'assignment', assignmentId, viewerId)
  }
  return asked.assignment
}

/** Moves the version on, or makes the response: of those who save on one version exactly one goes on. */
async function claimVersion(
  tx: Transaction,
  input: ResponseDraftInput,
  topicId: string,
  viewerId: string,
): Promise<string> {
  const { assignmentId, departmentId, declaredResult, version } = input
  const key = { assignmentId_departmentId: { assignmentId, departmentId } }
  if (version === 0) {
    const { count } = await tx.db.response.createMany({
      data: {
        id: newId(tx.now.getTime()),
        topicId,
        assignmentId,
        departmentId,
        declaredResult,
        status: 'drafting',
        createdAt: tx.now,
      },
      skipDuplicates: true,
    })
    const { id } = await tx.db.response.findUniqueOrThrow({ where: key, select: { id: true } })
    if (count === 1) return id
    throw await conflictOver(tx.db, 'response', id, viewerId)
  }
  const { count } = await tx.db.response.updateMany({
    where: { assignmentId, departmentId, version, status: 'drafting' },
    data: { declaredResult, version: { increment: 1 } },
  })
  const response = await tx.db.response.findUnique({ where: key, select: { id: true } })
  if (!response) throw new AppError('notFound')
  if (count === 0) throw await conflictOver(tx.db, 'response', response.id, viewerId)
  return response.id
}

/** Records which comments the draft answers; returns how many. Only what is public can be answered in public. */
async function chooseAnswers(
  tx: Transaction,
  responseId: string,
  asked: Asked,
  input: Pick<ResponseDraftInput, 'answer' | 'leave'>,
): Promise<number> {
  const leave = input.leave.filter((id) => id !== asked.commentId)
  if (leave.length > 0) {
    await tx.db.responseAnswer.deleteMany({ where: { responseId, commentId: { in: leave } } })
  }
  const wanted = [...input.answer, ...(asked.commentId ? [asked.commentId] : [])]
  const comments = await tx.db.comment.findMany({
    where: { id: { in: wanted }, topicId: asked.topicId, status: 'published' },
    select: { id: true },
  })
  await tx.db.responseAnswer.createMany({
    data: comments.map(({ id }) => ({ responseId, commentId: id })),
    skipDuplicates: true,
  })
  const answers = await tx.db.responseAnswer.count({ where: { responseId } })
  if (answers > MAX_ANSWERED_COMMENTS) {
    throw new AppError('invalidInput', { problem: 'tooManyAnswers', max: MAX_ANSWERED_COMMENTS })
  }
  return answers
}
