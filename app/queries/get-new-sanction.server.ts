import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import {
  getAccountRecord,
  readBasis,
  type AccountRecord,
  type BasisText,
} from './get-account-record.server'

/**
 * The account that somebody thinks of sanctioning: the author of a comment, which is shown, or a person.
 *
 * @throws AppError notFound
 */
export async function getNewSanction(
  scope: Scope,
  target: { commentId?: string | undefined; personId?: string | undefined },
): Promise<{ account: AccountRecord; basis: BasisText[] }> {
  const { commentId } = target
  if (commentId === undefined) {
    return { account: await getAccountRecord(scope, target.personId ?? ''), basis: [] }
  }
  const comment = isId(commentId)
    ? await scope.db.comment.findUnique({
        where: { id: commentId },
        select: { authorId: true },
      })
    : null
  if (!comment) throw new AppError('notFound')
  return {
    account: await getAccountRecord(scope, comment.authorId),
    basis: await readBasis(scope, [commentId]),
  }
}
