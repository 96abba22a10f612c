import type { CommentKind, ReviewStatus, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import type { Scope } from '~/server/scope.server'

/** A comment of the reader's own of which something is not public: it waits, was sent back, or refused. */
export interface OwnWaiting {
  id: string
  rootId: string | null
  /** Where the newest text stands. */
  standing: 'pending' | 'returned' | 'rejected'
  /** An earlier text is public meanwhile. */
  earlierPublic: boolean
  /** The newest text. */
  html: string
  voice: Voice
  authorTitle: string | null
  stance: Stance | null
  kind: CommentKind
  lang: string
  createdAt: Date
}

/** More than anybody has waiting in a topic; a bound. */
const MAX_OWN = 60

/** The reader's own comments in a topic that nobody else sees as they stand; none for guests. */
export async function listOwnWaiting(
  scope: Pick<Scope, 'db' | 'viewer'>,
  topicId: string,
): Promise<OwnWaiting[]> {
  if (!scope.viewer) return []
  const rows = await scope.db.$queryRaw<
    Array<Omit<OwnWaiting, 'earlierPublic'> & { status: ReviewStatus }>
  >`
    SELECT c."id", c."rootId", c."latestStatus"::text AS "standing", c."status"::text, r."html",
           c."voice"::text, c."authorTitle", r."stance"::text, r."kind"::text, c."lang", r."createdAt"
      FROM "comments" c JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
     WHERE c."authorId" = ${scope.viewer.personId} AND c."topicId" = ${topicId}
       AND c."latestStatus" IN ('pending', 'returned', 'rejected')
     ORDER BY c."id" DESC LIMIT ${MAX_OWN}`
  return rows.map(({ status, ...row }) => ({ ...row, earlierPublic: status === 'published' }))
}
