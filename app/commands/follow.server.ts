import type { Subject, SubjectKind } from '~/domain/notice/subject'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** So many subjects can be followed: more is not read by anybody. */
const MOST_FOLLOWED = 500

/**
 * Follows a subject, or follows it no more. Doing either twice changes nothing.
 *
 * @throws AppError notFound for a subject that is not there; invalidInput (`problem` tooMany)
 */
export async function follow(scope: Scope, subject: Subject, on: boolean): Promise<void> {
  const { personId } = requireOwner(scope)
  const { kind, id: subjectId } = subject
  if (!isId(subjectId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    if (!on) {
      await tx.db.subscription.deleteMany({ where: { kind, subjectId, personId } })
      return
    }
    if (!(await isThere[kind](tx, subjectId))) throw new AppError('notFound')
    const followed = await tx.db.subscription.count({ where: { personId } })
    if (followed >= MOST_FOLLOWED) throw new AppError('invalidInput', { problem: 'tooMany' })
    const key = { kind, subjectId, personId }
    await tx.db.subscription.upsert({
      where: { kind_subjectId_personId: key },
      create: { ...key, createdAt: tx.now },
      update: {},
    })
  })
}

const isThere: Record<SubjectKind, (tx: Transaction, id: string) => Promise<boolean>> = {
  topic: async ({ db }, id) => (await db.topic.count({ where: { id } })) > 0,
  category: async ({ db }, id) => (await db.category.count({ where: { id } })) > 0,
  studio: async ({ db }, id) => (await db.studio.count({ where: { id } })) > 0,
  department: async ({ db }, id) => (await db.department.count({ where: { id } })) > 0,
}
