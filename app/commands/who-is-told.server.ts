import type { Duty } from '~/domain/person/role'
import type { Transaction } from '~/server/transact.server'

// Whom messages for an office reach: nobody who is away, or has gone, is written to in vain.

/** Where nobody is in charge, so many of those who could act are told at most. */
const MOST_TOLD = 5

/**
 * Who hears what concerns a department's matter: who is in charge of it, or who stands in for them; where there is
 * nobody, or they do not work there any more, those who draft.
 */
export async function whoHandles(
  tx: Transaction,
  part: { departmentId: string; handlerId: string | null },
): Promise<string[]> {
  const departmentIds = [part.departmentId]
  if (part.handlerId) {
    const personIds = [part.handlerId]
    const inCharge = await holding(tx, { duties: ['draft', 'sign'], departmentIds, personIds })
    if (inCharge.length > 0) return inCharge
  }
  return holding(tx, { duties: ['draft'], departmentIds })
}

/** Who signs for a department, or stands in for who does. */
export async function whoSigns(tx: Transaction, departmentId: string): Promise<string[]> {
  return holding(tx, { duties: ['sign'], departmentIds: [departmentId] })
}

/**
 * Who hears what is asked of who assigned a matter: they, or who stands in for them; where they assign there no
 * more, those who do.
 */
export async function whoAssigns(tx: Transaction, assignmentId: string): Promise<string[]> {
  const { assignedById, departments } = await tx.db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { assignedById: true, departments: { select: { departmentId: true } } },
  })
  const at = {
    duties: ['assign'] as const,
    departmentIds: departments.map(({ departmentId }) => departmentId),
  }
  const assigner = await holding(tx, { ...at, personIds: [assignedById] })
  return assigner.length > 0 ? assigner : holding(tx, at)
}

interface Sought {
  duties: readonly Duty[]
  /** The departments; who assigns to all counts for each. */
  departmentIds: readonly string[]
  /** Of these persons alone. */
  personIds?: readonly string[]
}

async function holding(tx: Transaction, sought: Sought): Promise<string[]> {
  const { rows } = await tx.query<{ personId: string }>(HOLDING, [
    [...sought.duties],
    [...sought.departmentIds],
    sought.personIds ? [...sought.personIds] : null,
    tx.now,
    MOST_TOLD,
  ])
  return rows.map(({ personId }) => personId)
}

const ACTS = (person: string) => `EXISTS (SELECT 1 FROM "people" p
     WHERE p."id" = ${person} AND p."status" = 'active' AND NOT EXISTS (SELECT 1 FROM "sanctions" s
       WHERE s."personId" = p."id" AND s."status" = 'active' AND s."step" IN ('suspended', 'closed', 'barred')
         AND (s."until" IS NULL OR s."until" > $4)))`

// Enum values are compared as text: the embedded database knows no array of a type made since it was opened.
// Who stands in needs a grant of their own in the department, as for acting in it. Who holds several grants is told
// once, in the order in which the grants were given.
const HOLDING = `
  SELECT coalesce(d."toId", g."personId") AS "personId"
    FROM "grants" g
    LEFT JOIN "delegations" d ON d."fromId" = g."personId" AND d."departmentId" = g."departmentId"
     AND d."endedAt" IS NULL AND d."startsAt" <= $4 AND d."endsAt" > $4 AND ${ACTS('d."toId"')}
     AND EXISTS (SELECT 1 FROM "grants" o WHERE o."personId" = d."toId" AND o."departmentId" = d."departmentId"
       AND o."revokedAt" IS NULL AND (o."until" IS NULL OR o."until" > $4))
   WHERE g."role" = 'official' AND g."duty"::text = ANY($1::text[])
     AND (g."departmentId" = ANY($2::text[]) OR (g."departmentId" IS NULL AND g."duty" = 'assign'))
     AND ($3::text[] IS NULL OR g."personId" = ANY($3::text[]))
     AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > $4) AND ${ACTS('g."personId"')}
   GROUP BY 1 ORDER BY min(g."id") LIMIT $5`
