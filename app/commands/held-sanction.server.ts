import { AppError } from '~/domain/errors'
import type { SanctionStatus } from '~/domain/moderation/sanction'
import type { Actor } from '~/domain/person/actor'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'
import { lockHolder, type LockedHolder } from './lock-holder.server'

/** A sanction, or a proposal of one, that was seen on a page: its version says in which state. */
export interface SeenSanction {
  sanctionId: string
  version: number
}

/**
 * Holds the account that a sanction is about, and reads the sanction: whoever decides on the same account waits,
 * and then sees what was done.
 *
 * @throws AppError signInRequired; notFound; conflict (`who`, `at`, `mine`) where it is no longer as it was seen, or
 *   not in the status that is asked for
 */
export async function holdSanction(
  tx: Transaction,
  scope: Scope,
  seen: { sanctionId: string; version?: number },
  status: SanctionStatus,
) {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const { personId } = await findSanction(tx, seen.sanctionId)
  const person = await lockHolder(tx, personId)
  const sanction = await tx.db.sanction.findUniqueOrThrow({
    where: { id: seen.sanctionId },
    include: { appeal: true },
  })
  const changed = seen.version !== undefined && sanction.version !== seen.version
  if (changed || sanction.status !== status) throw await sanctionConflict(tx, viewer, sanction.id)
  return { viewer, person, sanction }
}

async function findSanction(tx: Transaction, sanctionId: string): Promise<{ personId: string }> {
  const named = isId(sanctionId)
    ? await tx.db.sanction.findUnique({
        where: { id: sanctionId },
        select: { personId: true },
      })
    : null
  if (!named) throw new AppError('notFound')
  return named
}

/** The error for who decided on what is no longer so: who was faster, and when. */
export function sanctionConflict(tx: Transaction, viewer: Actor, sanctionId: string) {
  return entryConflict(tx, viewer, 'sanction', sanctionId)
}

/**
 * Holds the account that is to be sanctioned: the author of a comment, or a person.
 *
 * @throws AppError notFound, for accounts that their owner has closed too
 */
export async function holdTarget(
  tx: Transaction,
  target: { personId?: string | undefined; commentId?: string | undefined },
): Promise<LockedHolder> {
  let personId = target.personId ?? ''
  if (target.commentId) {
    const comment = isId(target.commentId)
      ? await tx.db.comment.findUnique({
          where: { id: target.commentId },
          select: { authorId: true },
        })
      : null
    personId = comment?.authorId ?? ''
  }
  if (!isId(personId)) throw new AppError('notFound')
  const person = await lockHolder(tx, personId)
  if (person.status === 'closed') throw new AppError('notFound')
  return person
}
