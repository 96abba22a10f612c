import type { Scope } from '~/server/scope.server'

/** A studio or station as a line of a list. */
export interface StudioLine {
  id: string
  name: string
  level: 'studio' | 'station'
  type: string
  sector: string | null
  place: string
  districtId: string | null
  district: string | null
  topicCount: number
}

/** The studios and stations at work, those of a district together, in the order of the districts. */
export async function listStudios(scope: Pick<Scope, 'db'>): Promise<StudioLine[]> {
  return scope.db.$queryRaw<StudioLine[]>`
    SELECT s."id", s."name", s."level"::text, y."name" AS "type", s."sector", s."place",
           s."districtId", d."name" AS "district",
           (SELECT count(*)::int FROM "topics" t WHERE t."studioId" = s."id") AS "topicCount"
      FROM "studios" s
      JOIN "studio_types" y ON y."id" = s."typeId"
      LEFT JOIN "districts" d ON d."id" = s."districtId"
     WHERE s."active"
     ORDER BY d."position" NULLS LAST, d."id", s."level", s."name", s."id"`
}
