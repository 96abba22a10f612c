import { AppError } from '~/domain/errors'
import type { CommitmentState, ClockStep } from '~/domain/response/commitment'
import type { Actor } from '~/domain/person/actor'
import { isId } from '~/domain/shared/id'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

/** A commitment as it was on the page. */
export interface SeenCommitment {
  commitmentId: string
  version: number
}

/** A commitment under the lock of its row. */
export interface LockedCommitment {
  id: string
  topicId: string
  title: string
  responseId: string
  assignmentId: string
  departmentId: string
  department: string
  words: string
  state: CommitmentState
  /** As `2025-07-14`. */
  dueOn: string
  step: ClockStep | null
  version: number
}

/**
 * One act on a commitment that is open, in one transaction and under its lock: `record` writes what it changes and
 * what is told of it. The version moves on.
 *
 * @param allow asks whether the viewer may, and throws where not
 * @throws AppError notFound; as `allow`; conflict (`what`, `who`, `at`, `mine`) where somebody acted on it meanwhile
 */
export async function actOnCommitment<Result>(
  scope: Scope,
  seen: SeenCommitment,
  allow: (commitment: LockedCommitment) => Actor,
  record: (act: { tx: Transaction; actor: Actor; commitment: LockedCommitment }) => Promise<Result>,
): Promise<Result> {
  return transact(scope, async (tx) => {
    const commitment = await lockCommitment(tx, seen.commitmentId)
    const actor = allow(commitment)
    if (commitment.version !== seen.version || commitment.state !== 'open') {
      throw await conflictOver(tx.db, 'commitment', commitment.id, actor.personId)
    }
    const result = await record({ tx, actor, commitment })
    await tx.db.commitment.update({
      where: { id: commitment.id },
      data: { version: { increment: 1 } },
    })
    await touchCommitment(tx, commitment)
    return result
  })
}

/** Holds a commitment until the transaction ends. @throws AppError notFound */
export async function lockCommitment(tx: Transaction, id: string): Promise<LockedCommitment> {
  if (!isId(id)) throw new AppError('notFound')
  const { rows } = await tx.query<LockedCommitment>(LOCK, [id])
  const [commitment] = rows
  if (!commitment) throw new AppError('notFound')
  return commitment
}

const LOCK = `
  SELECT c."id", c."topicId", t."title", c."responseId", c."assignmentId", c."departmentId", d."name" AS "department",
         c."words", c."state"::text, c."dueOn"::text, c."step"::text, c."version"
    FROM "commitments" c
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "departments" d ON d."id" = c."departmentId"
   WHERE c."id" = $1 FOR UPDATE OF c`

/** Drops the pages that show a commitment: its own, the ledger, its answer, and the topics that show that. */
export async function touchCommitment(
  tx: Transaction,
  { id, topicId, responseId }: Pick<LockedCommitment, 'id' | 'topicId' | 'responseId'>,
): Promise<void> {
  tx.touch('commitments', `commitment:${id}`, `response:${responseId}`, `topic:${topicId}`)
  const merged = await tx.db.topic.findMany({
    where: { mergedIntoId: topicId },
    select: { id: true },
  })
  tx.touch(...merged.map((topic) => `topic:${topic.id}`))
}
