import { AppError } from '~/domain/errors'
import { readNotice, type NoticeFact, type NoticeKind } from '~/domain/notice/notice'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'

/** How many notices a page holds. */
export const NOTICES_PAGE_SIZE = 30

/** A notice as its reader sees it. */
export interface NoticeView {
  id: string
  fact: NoticeFact
  /** It concerns the reader's own words. */
  own: boolean
  topic: { id: string; title: string; lang: string }
  at: Date
  read: boolean
}

interface Row {
  id: string
  kind: NoticeKind
  data: unknown
  own: boolean
  topicId: string
  title: string
  lang: string
  at: Date
  readAt: Date | null
}

/** What the viewer was told in the product, the newest first. */
export async function listNotices(
  scope: Scope,
  input: { after: string | null },
): Promise<{ notices: NoticeView[]; nextAfter: string | null }> {
  const personId = scope.viewer?.personId
  if (!personId) throw new AppError('signInRequired')
  if (input.after && !isId(input.after)) throw new AppError('invalidCursor')
  const { rows } = await scope.container.database.query<Row>(LIST, [
    personId,
    input.after,
    NOTICES_PAGE_SIZE + 1,
  ])
  const page = rows.slice(0, NOTICES_PAGE_SIZE)
  return {
    notices: page.flatMap((row) => viewOf(row) ?? []),
    nextAfter: rows.length > NOTICES_PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** One of the viewer's notices. @throws AppError notFound */
export async function getNotice(scope: Scope, noticeId: string): Promise<NoticeView> {
  if (!isId(noticeId)) throw new AppError('notFound')
  const { rows } = await scope.container.database.query<Row>(ONE, [
    scope.viewer?.personId ?? '',
    noticeId,
  ])
  const view = rows[0] && viewOf(rows[0])
  if (!view) throw new AppError('notFound')
  return view
}

function viewOf(row: Row): NoticeView | null {
  const fact = readNotice(row.kind, row.data)
  return (
    fact && {
      id: row.id,
      fact,
      own: row.own,
      topic: { id: row.topicId, title: row.title, lang: row.lang },
      at: row.at,
      read: row.readAt !== null,
    }
  )
}

const SELECT = `
  SELECT n."id", n."kind"::text, n."data", d."own", t."id" AS "topicId", t."title", t."lang", n."at", d."readAt"
    FROM "deliveries" d
    JOIN "notices" n ON n."id" = d."noticeId"
    JOIN "topics" t ON t."id" = n."topicId"
   WHERE d."personId" = $1 AND d."channel" = 'inApp'`

const LIST = `${SELECT} AND ($2::text IS NULL OR d."noticeId" < $2) ORDER BY d."noticeId" DESC LIMIT $3`

const ONE = `${SELECT} AND d."noticeId" = $2`
