import { toSearchTokens } from '~/domain/shared/search-tokens'
import type { Transaction } from '~/server/transact.server'

export interface Searchable {
  objectId: string
  kind: 'topic' | 'comment' | 'response' | 'summary' | 'commitment'
  topicId: string
  /** Found and shown: the topic's title. */
  title: string
  /** Found: the whole text. */
  text: string
  /** Shown below the title. */
  excerpt: string
  publishedAt: Date
}

/** Puts something published into the search and the feeds, or renews its entry. */
export async function indexForSearch(tx: Transaction, item: Searchable): Promise<void> {
  const words = item.kind === 'topic' ? `${item.title}\n${item.text}` : item.text
  const tokens = toSearchTokens(words).join(' ')
  await tx.db.$executeRaw`
    INSERT INTO "search_entries" ("objectId", "kind", "topicId", "title", "excerpt", "publishedAt", "categoryId",
                                  "studioId", "tokens")
    SELECT ${item.objectId}, ${item.kind}, ${item.topicId}, ${item.title}, ${item.excerpt}, ${item.publishedAt},
           t."categoryId", t."studioId", to_tsvector('simple', ${tokens})
      FROM "topics" t WHERE t."id" = ${item.topicId}
    ON CONFLICT ("objectId") DO UPDATE SET "title" = EXCLUDED."title", "excerpt" = EXCLUDED."excerpt",
      "publishedAt" = EXCLUDED."publishedAt", "categoryId" = EXCLUDED."categoryId", "tokens" = EXCLUDED."tokens"`
}

/** Has everything of a topic found under the category that it has now. */
export async function moveInSearch(
  tx: Transaction,
  topicId: string,
  categoryId: string,
): Promise<void> {
  await tx.db.searchEntry.updateMany({ where: { topicId }, data: { categoryId } })
}

/** Takes something out of the search: its words are public no more. */
export async function removeFromSearch(tx: Transaction, objectId: string): Promise<void> {
  await tx.db.searchEntry.deleteMany({ where: { objectId } })
}
