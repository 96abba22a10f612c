import type { WordList } from '~/domain/moderation/screening/asks'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'

export interface ListedWordEntry {
  id: string
  word: string
  list: WordList
  note: string | null
  createdAt: Date
}

const PER_PAGE = 50

/**
 * Listed words, the newest first, of one list and in use or not; or those that begin with `q`, of all lists.
 *
 * @throws AppError forbidden; invalidCursor
 */
export async function listListedWords(
  scope: Scope,
  query: { list: WordList; closed: boolean; q: string; after?: string | undefined },
): Promise<{ words: ListedWordEntry[]; nextAfter: string | null }> {
  requireScreeningKeeper(scope.viewer)
  if (query.after !== undefined && !isId(query.after)) throw new AppError('invalidCursor')
  const rows = await scope.db.listedWord.findMany({
    where: {
      active: !query.closed,
      ...(query.q ? { word: { startsWith: query.q } } : { list: query.list }),
      ...(query.after && { id: { lt: query.after } }),
    },
    orderBy: { id: 'desc' },
    take: PER_PAGE + 1,
    select: { id: true, word: true, list: true, note: true, createdAt: true },
  })
  const words = rows.slice(0, PER_PAGE) as ListedWordEntry[]
  return { words, nextAfter: rows.length > PER_PAGE ? (words.at(-1)?.id ?? null) : null }
}
