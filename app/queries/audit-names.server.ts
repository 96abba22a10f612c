import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** What of audit events may name something by its id. */
export interface Naming {
  actorId?: string | null
  objectId?: string
  detail?: unknown
}

const MOST_IDS = 500
const LONGEST_NAME = 60

/**
 * The present names of what audit events refer to by id: people, bodies, categories, topics, and the topics of
 * comments, answers, promises, contributions, assignments and summaries, titles of passages. What has no name any more is left out.
 */
export async function readAuditNames(
  scope: Pick<Scope, 'db'>,
  events: readonly Naming[],
): Promise<Record<string, string>> {
  const ids = new Set<string>()
  for (const { actorId, objectId, detail } of events) {
    if (actorId) ids.add(actorId)
    if (objectId) ids.add(objectId)
    collectIds(detail, ids)
  }
  if (ids.size === 0) return {}
  const wanted = Prisma.join([...ids].slice(0, MOST_IDS))
  const rows = await scope.db.$queryRaw<Array<{ id: string; name: string }>>`
    SELECT "id", "displayName" AS "name" FROM "people" WHERE "id" IN (${wanted})
    UNION ALL SELECT "id", "name" FROM "departments" WHERE "id" IN (${wanted})
    UNION ALL SELECT "id", "name" FROM "studios" WHERE "id" IN (${wanted})
    UNION ALL SELECT "id", "name" FROM "studio_types" WHERE "id" IN (${wanted})
    UNION ALL SELECT "id", "name" FROM "categories" WHERE "id" IN (${wanted})
    UNION ALL SELECT "id", "name" FROM "districts" WHERE "id" IN (${wanted})
    UNION ALL SELECT "code", "label" FROM "rejection_reasons" WHERE "code" IN (${wanted})
    UNION ALL SELECT "id", "title" FROM "topics" WHERE "id" IN (${wanted})
    UNION ALL SELECT c."id", t."title" FROM "comments" c JOIN "topics" t ON t."id" = c."topicId" WHERE c."id" IN (${wanted})
    UNION ALL SELECT r."id", t."title" FROM "responses" r JOIN "topics" t ON t."id" = r."topicId" WHERE r."id" IN (${wanted})
    UNION ALL SELECT m."id", t."title" FROM "commitments" m JOIN "topics" t ON t."id" = m."topicId" WHERE m."id" IN (${wanted})
    UNION ALL SELECT "id", "title" FROM "passages" WHERE "id" IN (${wanted})
    UNION ALL SELECT b."id", t."title" FROM "response_contributions" b JOIN "assignments" a ON a."id" = b."assignmentId"
              JOIN "topics" t ON t."id" = a."topicId" WHERE b."id" IN (${wanted})
    UNION ALL SELECT a."id", t."title" FROM "assignments" a JOIN "topics" t ON t."id" = a."topicId" WHERE a."id" IN (${wanted})
    UNION ALL SELECT s."id", t."title" FROM "outcome_summaries" s JOIN "topics" t ON t."id" = s."topicId" WHERE s."id" IN (${wanted})`
  return Object.fromEntries(rows.map(({ id, name }) => [id, shortened(name)]))
}

function shortened(name: string): string {
  const characters = Array.from(name)
  return characters.length <= LONGEST_NAME
    ? name
    : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`
}

/** The ids within a detail, at whatever depth it has (it is bounded: see `canonicalJson`). */
function collectIds(value: unknown, ids: Set<string>): void {
  if (ids.size >= MOST_IDS) return
  if (typeof value === 'string') {
    if (isId(value)) ids.add(value)
  } else if (Array.isArray(value)) {
    for (const member of value) collectIds(member, ids)
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collectIds(member, ids)
  }
}
