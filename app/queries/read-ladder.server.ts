import {
  sanctionStanding,
  type SanctionStanding,
  type SanctionStep,
} from '~/domain/moderation/sanction'
import type { Scope } from '~/server/scope.server'

/** A step of the ladder that an account has come to, or that is proposed for it. */
export interface LadderEntry {
  id: string
  step: SanctionStep
  standing: SanctionStanding
  /** When it was imposed; while it is no more than proposed, when that was. */
  at: Date
  until: Date | null
}

const MOST = 20

/** What was proposed for an account and imposed on it, the newest first. The caller knows who may see it. */
export async function readLadder(
  scope: Pick<Scope, 'db' | 'now'>,
  personId: string,
): Promise<LadderEntry[]> {
  const rows = await scope.db.sanction.findMany({
    where: { personId },
    orderBy: { id: 'desc' },
    take: MOST,
    select: { id: true, step: true, status: true, proposedAt: true, from: true, until: true },
  })
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    standing: sanctionStanding(row, scope.now),
    at: row.from ?? row.proposedAt,
    until: row.until,
  }))
}
