import type { TransactionDb } from '~/server/db/database.server'

export interface Colleague {
  id: string
  name: string
}

/** Who drafts or signs for a department at a time, by their grants; a short list. */
export async function listColleagues(
  db: Pick<TransactionDb, 'grant'>,
  departmentId: string,
  now: Date,
): Promise<Colleague[]> {
  const grants = await db.grant.findMany({
    where: {
      departmentId,
      role: 'official',
      duty: { in: ['draft', 'sign'] },
      revokedAt: null,
      OR: [{ until: null }, { until: { gt: now } }],
      person: { status: 'active' },
    },
    orderBy: { person: { displayName: 'asc' } },
    distinct: ['personId'],
    select: { person: { select: { id: true, displayName: true } } },
  })
  return grants.map(({ person }) => ({ id: person.id, name: person.displayName }))
}
