import {
  formatSortKey,
  type PageStart,
  type SortKey,
  type VoicesFilter,
  type VoicesPlace,
  type VoicesSort,
} from '~/domain/comment/voices-place'
import { AppError } from '~/domain/errors'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import {
  byIds,
  PLACE_STATUSES,
  readComments,
  type EmptyPlace,
  type PublicCommentRow,
} from './read-comments.server'

/** How many conversations a page of a topic holds. */
export const CONVERSATIONS_PER_PAGE = 20

/** Of these so many stand above a comment that was jumped to, where there are newer ones. */
const ABOVE_JUMP = 4

/** Places without words that one page shows at most. */
const MAX_PLACES = 40

export interface Conversation {
  opening: PublicCommentRow | EmptyPlace
  /** The first replies, oldest first; `opening.replyCount` says how many there are. */
  replies: PublicCommentRow[]
}

export interface ConversationPage {
  conversations: Conversation[]
  /** Keys of the neighbouring pages; null where there are none. */
  newer: string | null
  older: string | null
  /** The ids between which this page lies in the plain order, exclusive: where a reader's own waiting comments belong. */
  between: { above: string; below: string } | null
}

/**
 * A page of a topic's conversations. Two statements, each along an index that holds filter and order: a page deep
 * down costs what the first one costs. Withdrawn and removed comments keep their places in the plain
 * order.
 *
 * @throws AppError invalidCursor where the database does not take the key
 */
export async function listComments(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  place: VoicesPlace,
): Promise<ConversationPage> {
  const { keys, newer, older, above } = await readKeys(scope, topicId, place)
  // A page before the second one that came out short begins where the list begins.
  if (place.start.side === 'before' && !newer && keys.length < CONVERSATIONS_PER_PAGE) {
    return listComments(scope, topicId, { ...place, start: { side: 'first' } })
  }
  const ids = keys.map(({ id }) => id)
  const plain = place.sort === 'new' && !place.filter
  // From the last conversation of the page above to the last one of this: each place without words stands on
  // exactly one page, whichever way the reader came.
  const between = plain
    ? { above: above ?? HIGHEST_ID, below: older ? (ids.at(-1) ?? LOWEST_ID) : LOWEST_ID }
    : null
  const shown = between
    ? Prisma.sql`${byIds(ids)} UNION ALL (${placesBetween(topicId, between)})`
    : byIds(ids)
  const { comments, places } = await readComments(scope, shown, { replies: true })
  const openings = [...comments.filter(({ rootId }) => !rootId), ...places]
  const order = new Map(ids.map((id, index) => [id, index]))
  openings.sort(
    between
      ? (a, b) => (a.id < b.id ? 1 : -1)
      : (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  )
  return {
    conversations: openings.map((opening) => ({
      opening,
      replies: comments
        .filter(({ rootId }) => rootId === opening.id)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    })),
    newer: newer ? neighbourKey(place.start, keys[0]) : null,
    older: older ? neighbourKey(place.start, keys.at(-1)) : null,
    between,
  }
}

/** Where the neighbouring page begins; from a page without any conversation, where this one begins. */
function neighbourKey(start: PageStart, key: SortKey | undefined): string | null {
  if (key) return formatSortKey(key)
  return 'key' in start ? formatSortKey(start.key) : null
}

// Ids are letters and digits, so that these two sort before and after all of them in every collation.
const LOWEST_ID = ''
const HIGHEST_ID = 'z'.repeat(26)

interface Keys {
  keys: SortKey[]
  newer: boolean
  older: boolean
  /** The conversation next above the page, where there is one. */
  above: string | null
}

/** The keys of a page's conversations in their order, and whether there are more on either side. */
async function readKeys(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  place: VoicesPlace,
): Promise<Keys> {
  const { start } = place
  const take = takesOf(start)
  const rows = await queryKeys(scope, keysStatement(topicId, place))
  const toKey = ({ id, value }: KeyRow): SortKey => ({
    id,
    value: value instanceof Date ? value.getTime() : value,
  })
  // The upper part comes nearest first, as the index was read.
  const upper = rows.filter((row) => row.above).map(toKey)
  const lower = rows.filter((row) => !row.above).map(toKey)
  return {
    keys: [...upper.slice(0, take.above).reverse(), ...lower.slice(0, take.below)],
    newer: take.above > 0 ? upper.length > take.above : start.side === 'after',
    older: take.below > 0 ? lower.length > take.below : start.side === 'before',
    above: start.side === 'after' ? start.key.id : (upper[take.above]?.id ?? null),
  }
}

/** The statement behind a page's keys: exported so that a test can look at its plan. */
export function keysStatement(topicId: string, place: VoicesPlace): Prisma.Sql {
  const take = takesOf(place.start)
  const parts = (['above', 'below'] as const)
    .filter((towards) => take[towards] > 0)
    .map((towards) => Prisma.sql`(${side(topicId, place, towards, take[towards])})`)
  return Prisma.join(parts, ' UNION ALL ')
}

function takesOf(start: PageStart): { above: number; below: number } {
  switch (start.side) {
    case 'first':
    case 'after':
      return { above: 0, below: CONVERSATIONS_PER_PAGE }
    case 'before':
      return { above: CONVERSATIONS_PER_PAGE, below: 0 }
    case 'at':
      return { above: ABOVE_JUMP, below: CONVERSATIONS_PER_PAGE - ABOVE_JUMP }
  }
}

interface KeyRow {
  id: string
  value: number | Date | null
  above: boolean
}

async function queryKeys(scope: Pick<Scope, 'db'>, query: Prisma.Sql): Promise<KeyRow[]> {
  try {
    return await scope.db.$queryRaw<KeyRow[]>(query)
  } catch (error) {
    // A number beyond what its column holds: no page of this site wrote that key.
    if (error instanceof Error && /22003|22008|out of range/.test(error.message)) {
      throw new AppError('invalidCursor', {}, { cause: error })
    }
    throw error
  }
}

const VALUE_COLUMNS = {
  new: Prisma.sql`NULL::float8`,
  hot: Prisma.sql`c."hot"`,
  responded: Prisma.sql`c."respondedAt"`,
} as const satisfies Record<VoicesSort, Prisma.Sql>

/**
 * The conversations on one side of where the page starts, nearest first, one more than asked for.
 *
 * "rootId" IS NULL is no equality to the planner: without "rootId" in the order it would sort the whole
 * topic instead of reading the index in its order.
 */
function side(
  topicId: string,
  { sort, filter, start }: VoicesPlace,
  towards: 'above' | 'below',
  take: number,
): Prisma.Sql {
  const direction = towards === 'above' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const column = VALUE_COLUMNS[sort]
  const byValue = sort === 'new' ? Prisma.empty : Prisma.sql`${column} ${direction},`
  return Prisma.sql`
    SELECT c."id", ${column} AS "value", ${towards === 'above' ? Prisma.sql`true` : Prisma.sql`false`} AS "above"
      FROM "comments" c
     WHERE c."topicId" = ${topicId} AND c."rootId" IS NULL AND c."status" = 'published'
           AND c."demandGroupId" IS NULL ${filterCondition(filter)} ${startCondition(sort, start, towards)}
           ${sort === 'responded' ? Prisma.sql`AND c."respondedAt" IS NOT NULL` : Prisma.empty}
     ORDER BY c."rootId" ${direction}, ${byValue} c."id" ${direction}
     LIMIT ${take + 1}`
}

function filterCondition(filter: VoicesFilter | null): Prisma.Sql {
  switch (filter?.by) {
    case undefined:
      return Prisma.empty
    case 'stance':
      return Prisma.sql`AND c."stance" = ${filter?.value}::"Stance"`
    case 'voice':
      return Prisma.sql`AND c."voice" = ${filter?.value}::"Voice"`
    case 'kind':
      return Prisma.sql`AND c."kind" = ${filter?.value}::"CommentKind"`
  }
}

function startCondition(
  sort: VoicesSort,
  start: PageStart,
  towards: 'above' | 'below',
): Prisma.Sql {
  if (start.side === 'first') return Prisma.empty
  if (start.side === 'at') {
    return towards === 'above'
      ? Prisma.sql`AND c."id" > ${start.id}`
      : Prisma.sql`AND c."id" <= ${start.id}`
  }
  const { id, value } = start.key
  const than = towards === 'above' ? Prisma.sql`>` : Prisma.sql`<`
  switch (sort) {
    case 'new':
      return Prisma.sql`AND c."id" ${than} ${id}`
    case 'hot':
      return Prisma.sql`AND (c."hot", c."id") ${than} (${String(value)}::float8, ${id})`
    case 'responded':
      return Prisma.sql`AND (c."respondedAt", c."id") ${than} (${new Date(value ?? 0)}::timestamptz, ${id})`
  }
}

function placesBetween(topicId: string, between: { above: string; below: string }): Prisma.Sql {
  return Prisma.sql`
    SELECT c.* FROM "comments" c
     WHERE c."topicId" = ${topicId} AND c."rootId" IS NULL
       AND c."status" IN (${PLACE_STATUSES}) AND c."publishedAt" IS NOT NULL
       AND c."demandGroupId" IS NULL
       AND c."id" < ${between.above} AND c."id" > ${between.below}
     LIMIT ${MAX_PLACES}`
}
