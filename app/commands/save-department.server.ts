import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict, recordEntryChange } from './entry-change.server'

export interface DepartmentFields {
  name: string
  shortName: string
  districtId: string | null
  telephone: string | null
  active: boolean
}

/** An entry that is there, and the version of it that was on the page. */
export interface SeenEntry {
  id: string
  version: number
}

/**
 * Enters a department, or changes one. Departments are closed down, never deleted, and not while they owe an
 * answer.
 *
 * @param input.seen none for a new one
 * @throws AppError notFound; conflict where somebody else changed it meanwhile
 */
export async function saveDepartment(
  scope: Scope,
  input: { seen: SeenEntry | null; fields: DepartmentFields },
): Promise<Outcome<{ id: string }>> {
  const viewer = requireAdministrator(scope.viewer)
  const { seen, fields } = input
  try {
    return await transact(scope, async (tx) => {
      const { districtId } = fields
      if (districtId && !(await tx.db.district.findUnique({ where: { id: districtId } }))) {
        return refuse('districtId', 'admin.error.choiceGone')
      }
      if (!seen) {
        const id = newId(tx.now.getTime())
        await tx.db.department.create({ data: { id, createdAt: tx.now, ...fields } })
        recordEntryChange(tx, { type: 'department', id }, null, { ...fields })
        return { ok: true, id }
      }
      const { id } = seen
      const before = await tx.db.department.findUnique({ where: { id } })
      if (!before) throw new AppError('notFound')
      if (before.active && !fields.active) {
        const n = await tx.db.assignmentDepartment.count({
          where: { departmentId: id, closedAt: null },
        })
        if (n > 0) return refuse('active', 'admin.department.owesAnswers', { n })
      }
      const { count } = await tx.db.department.updateMany({
        where: { id, version: seen.version },
        data: { ...fields, version: { increment: 1 } },
      })
      if (count === 0) throw await entryConflict(tx, viewer, 'department', id)
      const changed = recordEntryChange(tx, { type: 'department', id }, before, { ...fields })
      // Its name stands on the pages of every topic that it was asked about.
      if (changed) tx.touch('site')
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('name', 'admin.error.nameTaken')
    throw error
  }
}
