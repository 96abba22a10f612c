import { isEscalation, nextStepOn, stepOn, type ClockStep } from '~/domain/response/commitment'
import { storedDay } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { lockCommitment, touchCommitment, type LockedCommitment } from './act-on-commitment.server'
import { announce } from './announce.server'
import { authorsAnswered } from './authors-concerned.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellOfCommitment } from './tell-of-commitment.server'

interface Key {
  nextStepOn: string
  id: string
}

/**
 * Does what the calendar calls for about commitments that are open: reminds before their day, and escalates after it.
 * One transaction a commitment, a batch in the order of days.
 *
 * @returns how many steps were done, and where the next batch begins
 */
export async function watchCommitments(
  scope: Scope,
  batch: { after: Key | null; take: number },
): Promise<{ steps: number; next: Key | null }> {
  const { database, log } = scope.container
  const { after, take } = batch
  const { rows } = await database.query<Key>(RIPE, [
    shanghaiDate(scope.now),
    after?.nextStepOn ?? '0001-01-01',
    after?.id ?? '',
    take,
  ])
  let steps = 0
  for (const { id } of rows) {
    try {
      if (await watchOver(scope, id)) steps += 1
    } catch (error) {
      log.error({ err: error, commitmentId: id }, 'a commitment was not watched over')
    }
  }
  return { steps, next: rows.length === take ? (rows.at(-1) ?? null) : null }
}

const RIPE = `
  SELECT "nextStepOn"::text, "id" FROM "commitments"
   WHERE "nextStepOn" <= $1::date AND ("nextStepOn", "id") > ($2::date, $3)
   ORDER BY "nextStepOn", "id" LIMIT $4`

async function watchOver(scope: Scope, id: string): Promise<boolean> {
  return transact(scope, async (tx) => {
    const commitment = await lockCommitment(tx, id)
    if (commitment.state !== 'open') return false
    const today = shanghaiDate(tx.now)
    const step = stepOn(commitment.dueOn, commitment.step, today)
    const next = nextStepOn(commitment.dueOn, step ?? commitment.step, today)
    await tx.db.commitment.update({
      where: { id },
      data: { ...(step && { step }), nextStepOn: next && storedDay(next) },
    })
    if (!step) return false
    await (isEscalation(step)
      ? escalate(tx, scope, commitment, step)
      : remind(tx, scope, commitment))
    tx.audit({
      action: isEscalation(step) ? 'commitment.escalated' : 'commitment.reminded',
      objectType: 'commitment',
      objectId: id,
      detail: {
        departmentId: commitment.departmentId,
        topicId: commitment.topicId,
        dueOn: commitment.dueOn,
        step,
      },
    })
    return true
  })
}

async function remind(tx: Transaction, scope: Scope, commitment: LockedCommitment): Promise<void> {
  const { id: commitmentId, department, dueOn, topicId } = commitment
  await recordOnTimeline(
    tx,
    topicId,
    { kind: 'commitmentReminded', data: { commitmentId, department, dueOn } },
    { actorId: null, internal: true },
  )
  await tellOfCommitment(tx, scope, commitment, 'handler', 'commitment.text.reminded')
}

async function escalate(
  tx: Transaction,
  scope: Scope,
  commitment: LockedCommitment,
  step: ClockStep,
): Promise<void> {
  const { id: commitmentId, department, departmentId, dueOn, topicId } = commitment
  const to = step === 'assigner' ? 'assigner' : 'head'
  await recordOnTimeline(
    tx,
    topicId,
    { kind: 'commitmentEscalated', data: { commitmentId, department, dueOn, to } },
    { actorId: null },
  )
  const told = to === 'head' ? 'signers' : 'assigner'
  await tellOfCommitment(tx, scope, commitment, told, 'commitment.text.overdue')
  // That it is late is news once; that it is so still, a fact on the timeline.
  if (to === 'head') {
    await announce(tx, {
      key: `commitment:${commitmentId}:overdue:${dueOn}`,
      fact: { kind: 'commitmentOverdue', data: { commitmentId, department, dueOn } },
      topicId,
      actorId: null,
      own: await authorsAnswered(tx, commitment.responseId),
      departmentIds: [departmentId],
    })
  }
  await touchCommitment(tx, commitment)
}
