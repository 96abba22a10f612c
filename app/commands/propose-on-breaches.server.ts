import { SANCTION_TERMS } from '~/domain/moderation/sanction'
import { proposedStep } from '~/domain/moderation/sanction-proposal'
import type { Transaction } from '~/server/transact.server'
import { readAccountHistory } from './breaches.server'
import { restOn, writeProposal } from './write-proposal.server'

/**
 * After a refusal has settled: where the account's history reaches the threshold, a step is proposed to a 审核组长.
 * Nothing is imposed. Where a proposal waits already, the text joins what it rests on.
 */
export async function proposeOnBreaches(tx: Transaction, personId: string): Promise<void> {
  const history = await readAccountHistory(tx, personId)
  const step = proposedStep(history.breaches, history.imposedLately)
  if (!step) return
  const waiting = await tx.db.sanction.findFirst({
    where: { personId, status: 'proposed' },
    select: { id: true },
  })
  if (waiting) return restOn(tx, waiting.id, history.commentIds)
  await writeProposal(tx, {
    personId,
    step,
    days: SANCTION_TERMS[step]?.usual ?? null,
    proposedById: null,
    bySenior: false,
    note: '',
    reason: '',
    commentIds: history.commentIds,
  })
}
