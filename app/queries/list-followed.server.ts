import { AppError } from '~/domain/errors'
import type { Subject, SubjectKind } from '~/domain/notice/subject'
import type { Scope } from '~/server/scope.server'

/** Something that the viewer follows, by its present name. */
export interface Followed extends Subject {
  name: string
}

/** Whether the viewer follows a subject; null for guests. */
export async function isFollowed(scope: Scope, { kind, id }: Subject): Promise<boolean | null> {
  if (!scope.viewer) return null
  const { rows } = await scope.container.database.query(
    `SELECT 1 FROM "subscriptions" WHERE "kind" = $1::"SubjectKind" AND "subjectId" = $2 AND "personId" = $3`,
    [kind, id, scope.viewer.personId],
  )
  return rows.length > 0
}

/** All that the viewer follows, the latest first. How much that can be is limited. */
export async function listFollowed(scope: Scope): Promise<Followed[]> {
  if (!scope.viewer) throw new AppError('signInRequired')
  const { rows } = await scope.container.database.query<Followed>(
    `SELECT s."kind"::text, s."subjectId" AS "id", coalesce(t."title", c."name", w."name", d."name") AS "name"
       FROM "subscriptions" s
       LEFT JOIN "topics" t ON s."kind" = 'topic' AND t."id" = s."subjectId"
       LEFT JOIN "categories" c ON s."kind" = 'category' AND c."id" = s."subjectId"
       LEFT JOIN "studios" w ON s."kind" = 'studio' AND w."id" = s."subjectId"
       LEFT JOIN "departments" d ON s."kind" = 'department' AND d."id" = s."subjectId"
      WHERE s."personId" = $1
      ORDER BY s."createdAt" DESC, s."subjectId" DESC`,
    [scope.viewer.personId],
  )
  return rows.filter(({ name }) => name !== null)
}

/** What else there is to follow that has no page of its own: categories and departments. */
export async function listFollowable(
  scope: Scope,
): Promise<
  Record<Extract<SubjectKind, 'category' | 'department'>, Array<{ id: string; name: string }>>
> {
  const active = { where: { active: true }, select: { id: true, name: true } } as const
  const [category, department] = await Promise.all([
    scope.db.category.findMany({ ...active, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    scope.db.department.findMany({ ...active, orderBy: [{ name: 'asc' }] }),
  ])
  return { category, department }
}
