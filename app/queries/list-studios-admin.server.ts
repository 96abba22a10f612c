import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { REGISTER_PAGE_SIZE, registerPage } from './list-departments-admin.server'

export interface StudioEntry {
  id: string
  name: string
  level: 'studio' | 'station'
  type: string
  district: string | null
  sector: string | null
  active: boolean
  conveners: number
  liaisons: number
  members: number
}

export interface StudiosPage {
  studios: StudioEntry[]
  nextAfter: string | null
}

/**
 * The register of studios and stations in the order of entry, those at work or those closed down.
 *
 * @param input.q part of the name
 * @throws AppError invalidCursor
 */
export async function listStudiosAdmin(
  scope: Scope,
  input: { closed?: boolean; q?: string; after?: string },
): Promise<StudiosPage> {
  requireAdministrator(scope.viewer)
  const { q, after } = input
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const studios = await scope.db.$queryRaw<StudioEntry[]>`
    SELECT s."id", s."name", s."level"::text, t."name" AS "type", x."name" AS "district", s."sector", s."active",
           count(DISTINCT g."personId") FILTER (WHERE g."role" = 'convener')::int AS "conveners",
           count(DISTINCT g."personId") FILTER (WHERE g."role" = 'liaison')::int AS "liaisons",
           count(DISTINCT g."personId") FILTER (WHERE g."role" = 'member')::int AS "members"
      FROM "studios" s
      JOIN "studio_types" t ON t."id" = s."typeId"
      LEFT JOIN "districts" x ON x."id" = s."districtId"
      LEFT JOIN "grants" g ON g."studioId" = s."id"
       AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${scope.now})
     WHERE s."active" = ${!input.closed}
       ${q ? Prisma.sql`AND position(${q} IN s."name") > 0` : Prisma.empty}
       ${after ? Prisma.sql`AND s."id" > ${after}` : Prisma.empty}
     GROUP BY s."id", t."name", x."name"
     ORDER BY s."id" LIMIT ${REGISTER_PAGE_SIZE + 1}`
  return registerPage('studios', studios)
}
