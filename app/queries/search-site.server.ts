import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { toSearchQuery } from '~/domain/shared/search-tokens'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

export const SEARCH_KINDS = ['topic', 'comment', 'response', 'commitment', 'summary'] as const

export type SearchKind = (typeof SEARCH_KINDS)[number]

export interface SearchHit {
  id: string
  kind: SearchKind
  topicId: string
  title: string
  excerpt: string
  publishedAt: Date
}

export interface SearchPage {
  hits: SearchHit[]
  /** The key at which the next page begins. */
  older: string | null
  /** The query held nothing to look for: signs alone. */
  nothingToFind: boolean
}

export const HITS_PER_PAGE = 20

/**
 * What holds all the words of a query, newest first.
 *
 * @param options.after `<ms>_<id>`, as `older` of the page before
 * @throws AppError invalidCursor
 */
export async function searchSite(
  scope: Pick<Scope, 'db'>,
  query: string,
  options: { kind: SearchKind | null; after: string | null },
): Promise<SearchPage> {
  const after = options.after === null ? null : readKey(options.after)
  const terms = toSearchQuery(query)
  if (terms.length === 0) return { hits: [], older: null, nothingToFind: true }
  const rows = await scope.db.$queryRaw<SearchHit[]>`
    SELECT e."objectId" AS "id", e."kind", e."topicId", e."title", e."excerpt", e."publishedAt"
      FROM "search_entries" e
     WHERE e."tokens" @@ to_tsquery('simple', ${terms.join(' & ')})
       ${options.kind ? Prisma.sql`AND e."kind" = ${options.kind}` : Prisma.empty}
       ${
         after
           ? Prisma.sql`AND (e."publishedAt", e."objectId") < (${after.at}::timestamptz, ${after.id})`
           : Prisma.empty
       }
     ORDER BY e."publishedAt" DESC, e."objectId" DESC LIMIT ${HITS_PER_PAGE + 1}`
  const hits = rows.slice(0, HITS_PER_PAGE)
  const last = hits.at(-1)
  return {
    hits,
    older: rows.length > HITS_PER_PAGE && last ? `${last.publishedAt.getTime()}_${last.id}` : null,
    nothingToFind: false,
  }
}

function readKey(text: string): { at: Date; id: string } {
  const [, ms, id] = /^(\d{1,14})_(\w+)$/.exec(text) ?? []
  if (ms === undefined || !isId(id)) throw new AppError('invalidCursor')
  return { at: new Date(Number(ms)), id }
}
