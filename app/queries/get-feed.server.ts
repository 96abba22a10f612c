import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { FeedSubject } from '~/domain/topic/feed-subject'
import type { Scope } from '~/server/scope.server'

/** Something new in a feed. */
export interface FeedEntry {
  id: string
  kind: 'topic' | 'response' | 'commitment' | 'summary'
  topicId: string
  /** The topic's. */
  title: string
  excerpt: string
  publishedAt: Date
}

/** The newest of a subject, by the name of the category or studio where it is of one. */
export interface FeedContent {
  name: string | null
  entries: FeedEntry[]
}

/** As many as a reader that asks once a day needs. */
export const FEED_ENTRIES = 30

const KINDS = {
  topics: 'topic',
  responses: 'response',
  commitments: 'commitment',
  outcomes: 'summary',
} as const

/**
 * What is newest, newest first.
 *
 * @throws AppError notFound for a category or studio that is not there
 */
export async function getFeed(
  scope: Pick<Scope, 'db' | 'container'>,
  subject: FeedSubject,
): Promise<FeedContent> {
  const read = async (where: string, value: string) => {
    const { rows } = await scope.container.database.query<FeedEntry>(
      `SELECT "objectId" AS "id", "kind", "topicId", "title", "excerpt", "publishedAt"
         FROM "search_entries" WHERE "kind" <> 'comment' AND ${where} = $1
        ORDER BY "publishedAt" DESC, "objectId" DESC LIMIT ${FEED_ENTRIES}`,
      [value],
    )
    return rows
  }
  if (!('id' in subject)) return { name: null, entries: await read('"kind"', KINDS[subject.kind]) }
  const { id, kind } = subject
  const where = { where: { id }, select: { name: true } }
  const found =
    isId(id) &&
    (kind === 'categories'
      ? await scope.db.category.findUnique(where)
      : await scope.db.studio.findUnique(where))
  if (!found) throw new AppError('notFound')
  return {
    name: found.name,
    entries: await read(kind === 'categories' ? '"categoryId"' : '"studioId"', id),
  }
}

/** What there is a feed of its own for: categories in use and studios. */
export async function listFeedSubjects(
  scope: Pick<Scope, 'db'>,
): Promise<Record<'categories' | 'studios', Array<{ id: string; name: string }>>> {
  const select = { id: true, name: true } as const
  const [categories, studios] = await Promise.all([
    scope.db.category.findMany({
      where: { active: true },
      select,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    scope.db.studio.findMany({ where: { active: true }, select, orderBy: [{ name: 'asc' }] }),
  ])
  return { categories, studios }
}
