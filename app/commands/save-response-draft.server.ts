import { AppError } from '~/domain/errors'
import { answersItself } from '~/domain/response/assignment'
import { RESPONSE_STEPS } from '~/domain/response/progress'
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
  /** May be left open until it is submitted. */
  declaredResult: DeclaredResult | null
  /** What a correction changes; of no account before the first publication. */
  changeNote?: string
  /** Comments of the topic to answer from now on, and those to answer no longer. The rest stays as it is. */
  answer: readonly string[]
  leave: readonly string[]
  /** Saved by the page at a pause, not by a button: the draft goes on being written. */
  atPause?: boolean
}

export interface SavedDraft {
  responseId: string
  version: number
  /** The number of the draft as it is now: a new one where the words have changed. */
  draftNumber: number
}

/**
 * Saves a draft of an official response. Earlier drafts stay as they were; what the page saves at pauses goes into one
 * draft, until it is saved by hand, submitted, or a colleague writes on. A correction (更正) is drafted in the same
 * way; which comments are answered stays as it was published.
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
  return transact(scope, async (tx) => {
    const asked = await readAsked(tx, input, drafter.personId)
    const response = await claimVersion(tx, input, asked.topicId, drafter.personId)
    const written = await writeDraft(tx, response, drafter.personId, input)
    const answers = response.publishedVersionId
      ? undefined
      : await chooseAnswers(tx, response.id, asked, input)
    // At pauses the trail names the first one: the draft that was begun.
    if (!input.atPause || written.begun) {
      tx.audit({
        action: 'response.drafted',
        objectType: 'response',
        objectId: response.id,
        role: 'official',
        detail: {
          assignmentId: input.assignmentId,
          departmentId: input.departmentId,
          draftNumber: written.number,
          declaredResult: input.declaredResult,
          answers,
        },
      })
    }
    return { responseId: response.id, version: input.version + 1, draftNumber: written.number }
  })
}

/** Writes the words into the draft that is still open, or begins the next one where they have changed. */
async function writeDraft(
  tx: Transaction,
  response: { id: string; publishedVersion: { draftId: string } | null },
  authorId: string,
  input: ResponseDraftInput,
): Promise<{ number: number; begun: boolean }> {
  const latest = await tx.db.responseDraft.findFirst({
    where: { responseId: response.id },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, text: true, authorId: true, keptAt: true },
  })
  const keptAt = input.atPause ? null : tx.now
  const own = latest?.authorId === authorId
  if (latest && own && latest.keptAt === null) {
    await tx.db.responseDraft.update({
      where: { id: latest.id },
      data: { ...wordsOf(input.text), savedAt: tx.now, keptAt },
    })
    return { number: latest.number, begun: false }
  }
  // A correction has a draft of its own even where only the result changes: somebody answers for it.
  const published = latest !== null && latest.id === response.publishedVersion?.draftId
  if (latest && own && !published && latest.text === input.text) {
    return { number: latest.number, begun: false }
  }
  if (latest && latest.keptAt === null) {
    await tx.db.responseDraft.update({ where: { id: latest.id }, data: { keptAt: tx.now } })
  }
  const number = (latest?.number ?? 0) + 1
  const draft = await tx.db.responseDraft.create({
    data: {
      ...wordsOf(input.text),
      id: newId(tx.now.getTime()),
      responseId: response.id,
      number,
      authorId,
      createdAt: tx.now,
      savedAt: tx.now,
      keptAt,
    },
    select: { id: true },
  })
  await tx.db.response.update({
    where: { id: response.id },
    data: { currentDraftId: draft.id },
  })
  return { number, begun: true }
}

function wordsOf(text: string) {
  const { html, version } = renderMarkdown(text, 'document')
  return { text, html, rendererVersion: version }
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
) {
  const { assignmentId, departmentId, declaredResult, version } = input
  const find = () =>
    tx.db.response.findUnique({
      where: { assignmentId_departmentId: { assignmentId, departmentId } },
      select: {
        id: true,
        publishedVersionId: true,
        publishedVersion: { select: { draftId: true } },
      },
    })
  const { count } =
    version === 0
      ? await tx.db.response.createMany({
          data: {
            id: newId(tx.now.getTime()),
            topicId,
            assignmentId,
            departmentId,
            declaredResult,
            status: RESPONSE_STEPS.save.to,
            createdAt: tx.now,
          },
          skipDuplicates: true,
        })
      : await tx.db.response.updateMany({
          where: { assignmentId, departmentId, version, status: RESPONSE_STEPS.save.from },
          data: {
            declaredResult,
            ...(input.changeNote !== undefined && { changeNote: input.changeNote || null }),
            version: { increment: 1 },
          },
        })
  const response = await find()
  if (!response) throw new AppError('notFound')
  if (count === 0) throw await conflictOver(tx.db, 'response', response.id, viewerId)
  return response
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
