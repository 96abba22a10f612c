import { AppError } from '~/domain/errors'
import { requireArrange } from '~/policies/assignment'
import { paths } from '~/paths'
import { listColleagues } from '~/queries/list-colleagues.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact } from '~/server/transact.server'
import { tellPerson } from './tell-person.server'

/**
 * Hands everything that an official of a department is in charge of to a colleague at once: for leave, or when
 * somebody goes. What was drafted keeps its authors.
 *
 * @param input.fromId whose matters; they need not work here any more
 * @returns how many matters
 * @throws AppError forbidden; notFound for who is no colleague
 */
export async function handOverDesk(
  scope: Scope,
  input: { departmentId: string; fromId: string; toId: string },
): Promise<{ count: number }> {
  const { departmentId, fromId, toId } = input
  const viewer = requireArrange(scope.viewer, departmentId)
  return transact(scope, async (tx) => {
    const colleagues = await listColleagues(tx.db, departmentId, tx.now)
    const to = colleagues.find(({ id }) => id === toId && id !== fromId)
    const from = await tx.db.person.findUnique({
      where: { id: fromId },
      select: { displayName: true },
    })
    if (!to || !from) throw new AppError('notFound')
    const { rows } = await tx.query<{ topicId: string }>(MOVE, [departmentId, fromId, toId])
    if (rows.length === 0) return { count: 0 }
    const department = await tx.db.department.findUniqueOrThrow({
      where: { id: departmentId },
      select: { name: true },
    })
    await tx.db.timelineEntry.createMany({
      data: [...new Set(rows.map(({ topicId }) => topicId))].map((topicId) => ({
        id: newId(tx.now.getTime()),
        topicId,
        kind: 'handedOver',
        at: tx.now,
        actorId: viewer.personId,
        internal: true,
        data: { department: department.name, from: from.displayName, to: to.name },
      })),
    })
    tx.audit({
      action: 'assignment.deskHandedOver',
      objectType: 'department',
      objectId: departmentId,
      detail: { fromId, toId, count: rows.length },
    })
    await tellPerson(tx, toId, {
      key: 'assignment.text.deskHandedOver',
      params: { n: rows.length, link: siteAddress(scope.container, paths.desk()) },
    })
    return { count: rows.length }
  })
}

const MOVE = `
  UPDATE "assignment_departments" p SET "handlerId" = $3, "version" = p."version" + 1
    FROM "assignments" a
   WHERE a."id" = p."assignmentId" AND p."departmentId" = $1 AND p."handlerId" = $2 AND p."closedAt" IS NULL
  RETURNING a."topicId"`
