import { AppError } from '~/domain/errors'
import { APPEAL_EXPLANATION_MAX_CHARACTERS, type AppealResult } from '~/domain/moderation/appeal'
import { writtenText } from '~/domain/shared/written-text'
import { paths } from '~/paths'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { holdAppeal, type HeldAppeal } from './held-appeal.server'
import { auditedTask, closeReviewTask } from './review-task.server'
import { settleHeld } from './settle-decision.server'
import { tellPerson } from './tell-person.server'
import { writeDecision } from './write-decision.server'

/** Pages that tell how appeals end are dropped by it. */
export const APPEALS_TAG = 'appeals'

/**
 * Ends an appeal. 维持 leaves what was decided; 改判 puts an approval in its place, with a record of its own, and
 * publishes the text at once. The author reads the explanation. Final: there is nothing to undo.
 *
 * @throws AppError as `holdAppeal`; invalidInput (`field` explanation, or `problem` unassessed where the viewer
 *   has not recorded their own view first)
 */
export async function decideAppeal(
  scope: Scope,
  input: { appealId: string; result: AppealResult; explanation: string },
): Promise<void> {
  const explanation = writtenText(
    input.explanation,
    'explanation',
    APPEAL_EXPLANATION_MAX_CHARACTERS,
  )
  if (explanation === null) throw new AppError('invalidInput', { field: 'explanation' })
  await transact(scope, async (tx) => {
    const held = await holdAppeal(tx, scope, input.appealId)
    const { appeal, comment, reviewer } = held
    if (appeal.assessorId !== reviewer.personId) {
      throw new AppError('invalidInput', { problem: 'unassessed' })
    }
    await tx.db.appeal.update({
      where: { id: appeal.id },
      data: {
        result: input.result,
        explanation,
        decidedAt: tx.now,
        version: { increment: 1 },
      },
    })
    const [task] = await closeReviewTask(tx, { commentId: comment.id, kind: 'appeal' })
    const audited = auditedTask(tx, task, reviewer.personId)
    const waitedMs = Math.max(0, tx.now.getTime() - appeal.createdAt.getTime())
    const decisionId =
      input.result === 'overturned'
        ? await overturn(scope, tx, held, {
            explanation,
            taskId: task?.id ?? null,
            waitedMs,
            tookMs: audited.tookMs,
          })
        : null
    tx.audit({
      action: input.result === 'overturned' ? 'appeal.overturned' : 'appeal.upheld',
      objectType: 'comment',
      objectId: comment.id,
      role: 'moderator',
      detail: {
        appealId: appeal.id,
        topicId: comment.topicId,
        before: { decisionId: appeal.decisionId },
        after: { decisionId: decisionId ?? appeal.decisionId },
        ...audited,
        waitedMs,
      },
    })
    tx.touch(APPEALS_TAG)
    if (input.result === 'upheld') await tellUpheld(scope, tx, held)
  })
}

/** An approval takes the place of the refusal and settles; the author is told by that. */
async function overturn(
  scope: Scope,
  tx: Transaction,
  { appeal, comment, reviewer }: HeldAppeal,
  {
    explanation,
    ...measured
  }: { explanation: string; taskId: string | null; waitedMs: number; tookMs: number | null },
): Promise<string> {
  const former = await tx.db.moderationDecision.updateMany({
    where: { id: appeal.decisionId, current: true, settledAt: { not: null } },
    data: { current: false },
  })
  if (former.count === 0) {
    // 重审 has put another decision in its place since.
    throw new AppError('conflict', { what: 'changed', who: '', at: '', mine: 0 })
  }
  const decisionId = await writeDecision(tx, {
    outcome: 'approve',
    reason: { code: null, text: explanation },
    note: null,
    commentId: comment.id,
    revisionId: appeal.revisionId,
    previousId: appeal.decisionId,
    moderatorId: reviewer.personId,
    settlesAt: tx.now,
    ...measured,
  })
  await settleHeld(scope, tx, comment, decisionId)
  return decisionId
}

async function tellUpheld(
  scope: Scope,
  tx: Transaction,
  { appeal, comment }: HeldAppeal,
): Promise<void> {
  const topic = await tx.db.topic.findUniqueOrThrow({
    where: { id: comment.topicId },
    select: { title: true },
  })
  await tellPerson(tx, appeal.authorId, {
    key: 'moderation.told.appealUpheld',
    params: { topic: topic.title, link: siteAddress(scope.container, paths.receipt(comment.id)) },
  })
  await announce(tx, {
    key: `appeal:${appeal.id}`,
    fact: { kind: 'appealUpheld', data: { commentId: comment.id } },
    topicId: comment.topicId,
    actorId: null,
    own: [appeal.authorId],
  })
}
