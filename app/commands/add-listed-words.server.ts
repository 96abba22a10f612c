import type { WordList } from '~/domain/moderation/screening/asks'
import { keeperRole, requireScreeningKeeper } from '~/policies/screening'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { SCREENING_TAG } from '~/server/screening-kit.server'
import { transact } from '~/server/transact.server'

/**
 * Enters words into a list, or puts back those that were taken out of it; words that stand there stay as they are.
 *
 * @returns how many were entered or put back
 * @throws AppError forbidden
 */
export async function addListedWords(
  scope: Scope,
  input: { list: WordList; words: readonly string[]; note: string | null },
): Promise<{ ok: true; added: number }> {
  const keeper = requireScreeningKeeper(scope.viewer)
  const { list, words, note } = input
  const ids = words.map(() => newId(scope.now.getTime()))
  return transact(scope, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(ADD, [ids, words, list, note, tx.now])
    if (rows.length > 0) {
      tx.audit({
        action: 'listedWords.added',
        objectType: 'wordList',
        objectId: list,
        role: keeperRole(keeper),
        detail: { list, count: rows.length },
      })
      tx.touch(SCREENING_TAG)
    }
    return { ok: true, added: rows.length }
  })
}

const ADD = `
  INSERT INTO "listed_words" AS w ("id", "word", "list", "note", "createdAt")
  SELECT given."id", given."word", $3, $4, $5::timestamptz
    FROM unnest($1::text[], $2::text[]) AS given("id", "word")
  ON CONFLICT ("list", "word") DO UPDATE
     SET "active" = true, "version" = w."version" + 1, "note" = coalesce(excluded."note", w."note")
   WHERE NOT w."active"
  RETURNING "id"`
