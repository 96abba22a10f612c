import { AppError } from '~/domain/errors'
import { checkChanges, type CheckAnswer } from '~/domain/response/commitment'
import { requireCheck } from '~/policies/commitment'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockCommitment } from './act-on-commitment.server'

/**
 * A resident says of a commitment whether it is so where they live, once a person; said again it takes the place of what they
 * said before. The tallies are kept under the lock of the commitment.
 *
 * @throws AppError notFound; as `requireCheck`; invalidInput (`problem` withdrawn) for what was taken back
 */
export async function checkCommitment(
  scope: Scope,
  input: { commitmentId: string; answer: CheckAnswer },
): Promise<void> {
  await transact(scope, async (tx) => {
    const commitment = await lockCommitment(tx, input.commitmentId)
    const { personId } = requireCheck(scope.viewer, commitment.departmentId)
    if (commitment.state === 'withdrawn') {
      throw new AppError('invalidInput', { problem: 'withdrawn' })
    }
    const key = { commitmentId: commitment.id, personId }
    const before = await tx.db.commitmentCheck.findUnique({
      where: { commitmentId_personId: key },
      select: { answer: true },
    })
    const { answer } = input
    const changes = checkChanges(before?.answer ?? null, answer)
    if (changes.length === 0) return
    await tx.db.commitmentCheck.upsert({
      where: { commitmentId_personId: key },
      create: { ...key, answer, createdAt: tx.now, changedAt: tx.now },
      update: { answer, changedAt: tx.now },
    })
    for (const change of changes) {
      const tally = { commitmentId: commitment.id, answer: change.answer }
      await tx.db.checkTally.upsert({
        where: { commitmentId_answer: tally },
        create: { ...tally, count: 1 },
        update: { count: { increment: change.by } },
      })
    }
    tx.audit({
      action: before ? 'commitment.checkRevised' : 'commitment.checked',
      // Not of the commitment itself: colleagues are told by its acts who was faster.
      objectType: 'commitmentCheck',
      objectId: commitment.id,
      detail: { departmentId: commitment.departmentId, topicId: commitment.topicId, answer },
    })
    tx.touch('commitments', `commitment:${commitment.id}`)
  })
}
