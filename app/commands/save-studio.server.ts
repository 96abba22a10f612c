import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome, type Refusal } from '~/server/refusal'
import { studioHtml } from '~/server/markdown/studio-html.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { entryConflict, recordEntryChange } from './entry-change.server'
import type { SeenEntry } from './save-department.server'

export interface StudioFields {
  name: string
  level: 'studio' | 'station'
  typeId: string
  districtId: string | null
  sector: string | null
  place: string
  introduction: string
  duties: string
  rules: string
  active: boolean
}

/**
 * Enters a studio or station, or changes one. Studios are closed down, never deleted, and not while a topic of
 * theirs is open.
 *
 * @param input.seen none for a new one
 * @throws AppError notFound; conflict where somebody else changed it meanwhile
 */
export async function saveStudio(
  scope: Scope,
  input: { seen: SeenEntry | null; fields: StudioFields },
): Promise<Outcome<{ id: string }>> {
  const viewer = requireAdministrator(scope.viewer)
  const { seen, fields } = input
  const html = studioHtml(fields)
  try {
    return await transact(scope, async (tx) => {
      const gone = await choiceGone(tx, fields)
      if (gone) return gone
      if (!seen) {
        const id = newId(tx.now.getTime())
        await tx.db.studio.create({
          data: { id, createdAt: tx.now, ...fields, ...html },
        })
        recordEntryChange(tx, { type: 'studio', id }, null, { ...fields })
        tx.touch('studios')
        return { ok: true, id }
      }
      const { id } = seen
      const before = await tx.db.studio.findUnique({ where: { id } })
      if (!before) throw new AppError('notFound')
      if (before.active && !fields.active) {
        const n = await tx.db.topic.count({ where: { studioId: id, stage: { not: 'closed' } } })
        if (n > 0) return refuse('active', 'admin.studio.hasOpenTopics', { n })
      }
      const { count } = await tx.db.studio.updateMany({
        where: { id, version: seen.version },
        data: { ...fields, ...html, version: { increment: 1 } },
      })
      if (count === 0) throw await entryConflict(tx, viewer, 'studio', id)
      const changed = recordEntryChange(tx, { type: 'studio', id }, before, { ...fields })
      if (changed) tx.touch('studios', `studio:${id}`)
      // Its name stands on the pages of all its topics.
      if (before.name !== fields.name) tx.touch('site')
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('name', 'admin.error.nameTaken')
    throw error
  }
}

async function choiceGone(tx: Transaction, fields: StudioFields): Promise<Refusal | null> {
  const { typeId, districtId } = fields
  if (!(await tx.db.studioType.findUnique({ where: { id: typeId } }))) {
    return refuse('typeId', 'admin.error.choiceGone')
  }
  if (districtId && !(await tx.db.district.findUnique({ where: { id: districtId } }))) {
    return refuse('districtId', 'admin.error.choiceGone')
  }
  return null
}
