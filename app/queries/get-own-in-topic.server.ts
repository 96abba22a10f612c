import type { CommentKind, ReviewStatus, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import type { Scope } from '~/server/scope.server'
import { FILES_JSON, type AttachedFile } from './attached-files'

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
  files: AttachedFile[]
}

/** More than anybody has waiting in a topic; a bound. */
const MAX_OWN = 60

/** What of a topic is the reader's own. */
export interface OwnInTopic {
  /** Their comments there that nobody else sees as they stand. */
  waiting: OwnWaiting[]
  /** Whether they follow it; null for guests. */
  followed: boolean | null
}

// Past Prisma, and one statement for both: asked for with every page of every signed-in reader, nearly always for
// nothing.
const STATEMENT = `
  SELECT f."followed", w.*
    FROM (SELECT EXISTS (SELECT 1 FROM "subscriptions"
                          WHERE "kind" = 'topic' AND "subjectId" = $2 AND "personId" = $1) AS "followed") f
    LEFT JOIN LATERAL (
      SELECT c."id", c."rootId", c."latestStatus" AS "standing", c."status", r."html", c."voice", c."authorTitle",
             r."stance", r."kind", c."lang", r."createdAt",
             (SELECT ${FILES_JSON} FROM "revision_attachments" ra JOIN "attachments" f ON f."id" = ra."attachmentId"
               WHERE ra."revisionId" = r."id") AS "files"
        FROM "comments" c JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
       WHERE c."authorId" = $1 AND c."topicId" = $2 AND c."latestStatus" IN ('pending', 'returned', 'rejected')
       ORDER BY c."id" DESC LIMIT $3
    ) w ON true`

type Row = Omit<OwnWaiting, 'earlierPublic' | 'id' | 'files'> & {
  files: AttachedFile[] | null
  id: string | null
  status: ReviewStatus
  followed: boolean
}

/** What of a topic is the reader's own; nothing for guests. */
export async function getOwnInTopic(
  scope: Pick<Scope, 'container' | 'viewer'>,
  topicId: string,
): Promise<OwnInTopic> {
  if (!scope.viewer) return { waiting: [], followed: null }
  const { rows } = await scope.container.database.query<Row>(STATEMENT, [
    scope.viewer.personId,
    topicId,
    MAX_OWN,
  ])
  return {
    followed: rows[0]?.followed ?? false,
    waiting: rows.flatMap(({ id, status, files, followed: _, ...row }) =>
      id === null
        ? []
        : [{ ...row, id, files: files ?? [], earlierPublic: status === 'published' }],
    ),
  }
}
