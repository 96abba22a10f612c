import { AppError } from '~/domain/errors'
import type { SubmitProblem } from '~/domain/response/answer-problems'
import { RESPONSE_STEPS } from '~/domain/response/progress'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { listUnfinishedContributors } from '~/queries/list-contributions.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { requirePromisesHold } from './publish-promises.server'

/**
 * Hands the present draft to the department's signers (送审签). From then on it is written on no more.
 *
 * @param input.despiteUnfinished goes on although a 会办 department has not finished its paragraphs
 * @throws AppError notFound; forbidden for who does not draft there; invalidInput (`problem`, a `SubmitProblem` or a
 *   `PromisesProblem`); conflict (`what`, `who`, `at`, `mine`) where it is no longer the draft that was on the page
 */
export async function submitResponse(
  scope: Scope,
  input: { responseId: string; version: number; despiteUnfinished?: boolean },
): Promise<{ version: number }> {
  return transact(scope, async (tx) => {
    const response = await readResponse(tx, input.responseId)
    const drafter = requireDrafter(scope.viewer, response.departmentId)
    const { from, to } = RESPONSE_STEPS.submit
    if (response.status !== from || response.version !== input.version || !response.currentDraft) {
      throw await conflictOver(tx.db, 'response', input.responseId, drafter.personId)
    }
    const unfinished = await listUnfinishedContributors(tx, response)
    const problem = problemOf(response, unfinished.length > 0 && !input.despiteUnfinished)
    if (problem) throw new AppError('invalidInput', { problem })
    const { text } = response.currentDraft
    await requirePromisesHold(tx, { id: input.responseId, text }, tx.now)
    const { count } = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: from },
      data: { status: to, submittedAt: tx.now, version: { increment: 1 } },
    })
    if (count === 0) {
      throw await conflictOver(tx.db, 'response', input.responseId, drafter.personId)
    }
    const { id: draftId } = response.currentDraft
    await tx.db.responseDraft.updateMany({
      where: { id: draftId, keptAt: null },
      data: { keptAt: tx.now },
    })
    tx.audit({
      action: 'response.submitted',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: {
        draftId,
        version: input.version,
        ...(unfinished.length > 0 && {
          unfinished: unfinished.map(({ departmentId }) => departmentId),
        }),
      },
    })
    return { version: input.version + 1 }
  })
}

type SubmittedResponse = Awaited<ReturnType<typeof readResponse>>

async function readResponse(tx: Transaction, id: string) {
  const response = await tx.db.response.findUnique({
    where: { id },
    select: {
      assignmentId: true,
      departmentId: true,
      status: true,
      version: true,
      declaredResult: true,
      changeNote: true,
      currentDraft: { select: { id: true, text: true } },
      publishedVersion: { select: { declaredResult: true, draft: { select: { text: true } } } },
      _count: {
        select: {
          attachments: { where: { OR: [{ responseVersion: null }, { leaves: true }] } },
          promises: true,
        },
      },
    },
  })
  if (!response) throw new AppError('notFound')
  return response
}

function problemOf(response: SubmittedResponse, unfinished: boolean): SubmitProblem | null {
  const { publishedVersion: before } = response
  if (response.declaredResult === null) return 'noResult'
  if (before) {
    const same =
      before.draft.text === response.currentDraft?.text &&
      before.declaredResult === response.declaredResult &&
      response._count.attachments === 0 &&
      response._count.promises === 0
    if (same) return 'nothingChanged'
    // The paragraphs of others were for the first answer; a correction is the lead's own.
    return response.changeNote ? null : 'noChangeNote'
  }
  return unfinished ? 'unfinished' : null
}
