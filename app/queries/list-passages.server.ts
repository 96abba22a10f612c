import type { PassageKind } from '~/domain/response/response'
import type { Scope } from '~/server/scope.server'

export interface PassageEntry {
  id: string
  kind: PassageKind
  title: string
  text: string
  position: number
  active: boolean
  version: number
  changedAt: Date
  changedBy: string
}

/** More than any department keeps; a bound, so that no page grows without one. */
const MOST = 200

/** A department's templates and passages in their order; for its officials, who have been asked whether they are. */
export async function listPassages(
  scope: Pick<Scope, 'db'>,
  departmentId: string,
  options: { activeOnly?: boolean } = {},
): Promise<PassageEntry[]> {
  const rows = await scope.db.passage.findMany({
    where: { departmentId, ...(options.activeOnly && { active: true }) },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      kind: true,
      title: true,
      text: true,
      position: true,
      active: true,
      version: true,
      changedAt: true,
      changedBy: { select: { displayName: true } },
    },
  })
  return rows.map(({ changedBy, ...row }) => ({ ...row, changedBy: changedBy.displayName }))
}
