import { fieldChanges } from '~/domain/audit/changes'
import { AppError } from '~/domain/errors'
import type { PassageKind } from '~/domain/response/response'
import { requireOfficialOf } from '~/policies/response'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'

export interface PassageFields {
  kind: PassageKind
  title: string
  /** Markdown, cleaned. */
  text: string
  /** Its place in the list, from the smallest. */
  position: number
  active: boolean
}

/**
 * Enters a template or passage of a department (模板、常用段落), or changes one. Answers that were written with it
 * keep the words that they have.
 *
 * @param input.version the version that was on the page; 0 for a new one
 * @throws AppError forbidden for who neither drafts nor signs there; notFound; conflict (`what`, `who`, `at`)
 */
export async function savePassage(
  scope: Scope,
  input: { id: string | null; departmentId: string; version: number; fields: PassageFields },
): Promise<{ id: string }> {
  const official = requireOfficialOf(scope.viewer, input.departmentId)
  const { departmentId, version, fields } = input
  return transact(scope, async (tx) => {
    const id = input.id ?? newId(tx.now.getTime())
    const changed = { ...fields, changedById: official.personId, changedAt: tx.now }
    const before = input.id
      ? await tx.db.passage.findUnique({
          where: { id, departmentId },
          select: { kind: true, title: true, text: true, position: true, active: true },
        })
      : null
    if (input.id) {
      if (!before) throw new AppError('notFound')
      const { count } = await tx.db.passage.updateMany({
        where: { id, departmentId, version },
        data: { ...changed, version: { increment: 1 } },
      })
      if (count === 0) throw await entryConflict(tx, official, 'passage', id)
    } else {
      await tx.db.passage.create({ data: { ...changed, id, departmentId } })
    }
    tx.audit({
      action: before ? 'passage.changed' : 'passage.created',
      objectType: 'passage',
      objectId: id,
      role: 'official',
      detail: {
        departmentId,
        ...(before ? fieldChanges(before, { ...fields }) : { after: fields }),
      },
    })
    return { id }
  })
}
