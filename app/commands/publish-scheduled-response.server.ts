import { RESPONSE_STEPS } from '~/domain/response/progress'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { publishResponse } from './publish-response.server'

/**
 * Publishes a response that was signed for a time which has come. Nothing happens where it was taken back, or
 * published by another process, meanwhile.
 *
 * @returns whether it was published here
 */
export async function publishScheduledResponse(scope: Scope, responseId: string): Promise<boolean> {
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const claimed = await tx.db.response.updateMany({
      where: {
        id: responseId,
        status: RESPONSE_STEPS.publishDue.from,
        scheduledFor: { lte: tx.now },
      },
      data: { version: { increment: 1 } },
    })
    if (claimed.count === 0) return false
    const { currentDraft } = await tx.db.response.findUniqueOrThrow({
      where: { id: responseId },
      select: {
        currentDraft: {
          select: {
            id: true,
            signOffs: {
              where: { outcome: 'approve' },
              orderBy: { id: 'desc' },
              take: 1,
              select: { signerId: true },
            },
          },
        },
      },
    })
    const signerId = currentDraft?.signOffs[0]?.signerId
    // The database lets nothing be scheduled that was not signed.
    if (!currentDraft || !signerId) throw new Error(`nobody signed the response ${responseId}`)
    const { topicId, corrected } = await publishResponse(tx, scope, calendar, responseId, signerId)
    tx.audit({
      action: corrected ? 'response.corrected' : 'response.published',
      objectType: 'response',
      objectId: responseId,
      detail: { draftId: currentDraft.id, signerId, topicId, by: 'schedule' },
    })
    return true
  })
}
