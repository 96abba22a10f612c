import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Stage } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { readComments, type PublicCommentRow } from './read-comments.server'

/** How many comments a page of a group holds. */
export const SAME_DEMAND_PER_PAGE = 30

export interface SameDemandView {
  topic: { id: string; title: string; lang: string; stage: Stage }
  people: number
  /** The lead on the first page, then its members, oldest first. */
  comments: PublicCommentRow[]
  next: string | null
}

/**
 * 同类诉求: what each person of a group says, a page after the member `after`.
 *
 * @throws AppError invalidCursor; notFound where the comment does not lead a group of at least two persons
 */
export async function getSameDemand(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  leadId: string,
  after: string | null,
): Promise<SameDemandView> {
  if (after !== null && !isId(after)) throw new AppError('invalidCursor')
  const group = await scope.db.demandGroup.findUnique({
    where: { leadCommentId: leadId, topicId, size: { gt: 1 } },
    select: {
      id: true,
      size: true,
      topic: { select: { id: true, title: true, lang: true, stage: true } },
    },
  })
  if (!group) throw new AppError('notFound')
  const members = Prisma.sql`
    SELECT c.* FROM "comments" c
     WHERE c."demandGroupId" = ${group.id} AND c."status" = 'published' AND c."id" > ${after ?? ''}
     ORDER BY c."id" LIMIT ${SAME_DEMAND_PER_PAGE + 1}`
  const shown =
    after === null
      ? Prisma.sql`SELECT c.* FROM "comments" c WHERE c."id" = ${leadId} UNION ALL (${members})`
      : members
  const { comments } = await readComments(scope, shown, { replies: false })
  const lead = comments.filter(({ id }) => id === leadId)
  const others = comments.filter(({ id }) => id !== leadId).sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = others.slice(0, SAME_DEMAND_PER_PAGE)
  return {
    topic: group.topic,
    people: group.size,
    comments: [...lead, ...page],
    next: others.length > page.length ? (page.at(-1)?.id ?? null) : null,
  }
}
