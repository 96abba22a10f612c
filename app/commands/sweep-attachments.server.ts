import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { ATTACHMENTS_LOCK } from './store-attachments.server'

/**
 * Removes bytes that no row names: what was stored by a transaction that came to nothing. While it looks, nothing is
 * stored.
 *
 * @returns how many files were removed
 */
export async function sweepAttachments(
  scope: Pick<Scope, 'container' | 'viewer' | 'now' | 'requestId' | 'addressHash'>,
): Promise<number> {
  const { attachments, database } = scope.container
  let removed = 0
  for await (const hashes of attachments.list()) {
    // First without the lock: mostly there is nothing to remove.
    const { rows } = await database.query<{ hash: string }>(UNNAMED, [hashes])
    const unnamed = rows.map(({ hash }) => hash)
    if (unnamed.length === 0) continue
    removed += await transact(scope, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(${ATTACHMENTS_LOCK})`, [])
      const { rows: still } = await tx.query<{ hash: string }>(UNNAMED, [unnamed])
      for (const { hash } of still) await attachments.remove(hash)
      return still.length
    })
  }
  return removed
}

const UNNAMED = `
  SELECT f."hash" FROM unnest($1::text[]) AS f("hash")
   WHERE NOT EXISTS (SELECT 1 FROM "attachments" a WHERE a."hash" = f."hash" AND a."scan" <> 'infected')
     AND NOT EXISTS (
       SELECT 1 FROM "attachments" a WHERE a."thumbnailHash" = f."hash" AND a."scan" <> 'infected')`
