import type { SanctionStep } from '~/domain/moderation/sanction'
import type { Role } from '~/domain/person/role'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

export interface NewProposal {
  personId: string
  step: SanctionStep
  days: number | null
  /** Null where the rules propose it. */
  proposedById: string | null
  bySenior: boolean
  role?: Role
  note: string
  reason: string
  /** The comments that it rests on. */
  commentIds: readonly string[]
}

/**
 * Writes the proposal of a sanction with what it rests on. Nothing where another waits for the same person: at most
 * one does.
 *
 * @returns its id, or null
 */
export async function writeProposal(
  tx: Transaction,
  { commentIds, role, ...proposal }: NewProposal,
): Promise<string | null> {
  const id = newId(tx.now.getTime())
  const { count } = await tx.db.sanction.createMany({
    data: { id, ...proposal, status: 'proposed', proposedAt: tx.now },
    skipDuplicates: true,
  })
  if (count === 0) return null
  await restOn(tx, id, commentIds)
  tx.audit({
    action: 'sanction.proposed',
    objectType: 'sanction',
    objectId: id,
    ...(role && { role }),
    detail: {
      personId: proposal.personId,
      step: proposal.step,
      days: proposal.days,
      byRule: proposal.proposedById === null,
      commentIds: [...commentIds],
    },
  })
  return id
}

/** Adds comments to what a sanction rests on. */
export async function restOn(
  tx: Transaction,
  sanctionId: string,
  commentIds: readonly string[],
): Promise<void> {
  await tx.db.sanctionBasis.createMany({
    data: commentIds.map((commentId) => ({ sanctionId, commentId })),
    skipDuplicates: true,
  })
}
