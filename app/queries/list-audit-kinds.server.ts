import { requireAuditReader } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

/** Which actions, and what kinds of objects, the audit trail has. */
export interface AuditKinds {
  actions: string[]
  objectTypes: string[]
}

/** Read by leaps over the indexes: as many steps as there are kinds, however long the trail is. */
export async function listAuditKinds(scope: Scope): Promise<AuditKinds> {
  requireAuditReader(scope.viewer)
  const [actions, objectTypes] = await Promise.all([
    scope.db.$queryRaw<Array<{ value: string }>>`
      WITH RECURSIVE "kinds" AS (
        (SELECT "action" AS "value" FROM "audit_events" ORDER BY "action" LIMIT 1)
        UNION ALL
        SELECT (SELECT e."action" FROM "audit_events" e WHERE e."action" > k."value"
                 ORDER BY e."action" LIMIT 1)
          FROM "kinds" k WHERE k."value" IS NOT NULL
      ) SELECT "value" FROM "kinds" WHERE "value" IS NOT NULL`,
    scope.db.$queryRaw<Array<{ value: string }>>`
      WITH RECURSIVE "kinds" AS (
        (SELECT "objectType" AS "value" FROM "audit_events" ORDER BY "objectType" LIMIT 1)
        UNION ALL
        SELECT (SELECT e."objectType" FROM "audit_events" e WHERE e."objectType" > k."value"
                 ORDER BY e."objectType" LIMIT 1)
          FROM "kinds" k WHERE k."value" IS NOT NULL
      ) SELECT "value" FROM "kinds" WHERE "value" IS NOT NULL`,
  ])
  return {
    actions: actions.map(({ value }) => value),
    objectTypes: objectTypes.map(({ value }) => value),
  }
}
