import type { CommitmentState } from '~/domain/response/commitment'
import { dayOf } from '~/domain/shared/day'
import type { Scope } from '~/server/scope.server'

/** A promise as it stands beside the answer that made it. */
export interface AnswerCommitment {
  id: string
  words: string
  responsible: string
  /** As `2025-07-14`. */
  dueOn: string
  state: CommitmentState
  /** The number of the version that made it. */
  madeIn: number
}

/** What these answers promise, by the answers' ids, in the order in which it was marked. */
export async function listAnswerCommitments(
  scope: Pick<Scope, 'db'>,
  responseIds: readonly string[],
): Promise<Map<string, AnswerCommitment[]>> {
  const found = new Map<string, AnswerCommitment[]>()
  if (responseIds.length === 0) return found
  const rows = await scope.db.commitment.findMany({
    where: { responseId: { in: [...responseIds] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      responseId: true,
      words: true,
      responsible: true,
      dueOn: true,
      state: true,
      madeIn: { select: { number: true } },
    },
  })
  for (const { responseId, dueOn, madeIn, ...row } of rows) {
    const line = { ...row, dueOn: dayOf(dueOn), madeIn: madeIn.number }
    found.set(responseId, [...(found.get(responseId) ?? []), line])
  }
  return found
}
