import { readNotice, type NoticeFact, type NoticeKind } from '~/domain/notice/notice'
import type { Db } from '~/server/db/database.server'

/** A notice in a message that goes out. */
export interface DispatchNews {
  fact: NoticeFact
  own: boolean
  topic: { id: string; title: string }
}

/** The notices of each of some messages, in the order in which they happened. */
export async function listDispatchNews(
  db: Db,
  dispatchIds: readonly string[],
): Promise<Map<string, DispatchNews[]>> {
  const rows = await db.$queryRaw<
    Array<{
      dispatchId: string
      kind: NoticeKind
      data: unknown
      own: boolean
      topicId: string
      title: string
    }>
  >`SELECT d."dispatchId", n."kind"::text, n."data", d."own", t."id" AS "topicId", t."title"
      FROM "deliveries" d
      JOIN "notices" n ON n."id" = d."noticeId"
      JOIN "topics" t ON t."id" = n."topicId"
     WHERE d."dispatchId" = ANY(${[...dispatchIds]}::text[])
     ORDER BY d."noticeId"`
  const news = new Map<string, DispatchNews[]>()
  for (const { dispatchId, kind, data, own, topicId, title } of rows) {
    const fact = readNotice(kind, data)
    if (!fact) continue
    const list = news.get(dispatchId) ?? []
    list.push({ fact, own, topic: { id: topicId, title } })
    news.set(dispatchId, list)
  }
  return news
}
