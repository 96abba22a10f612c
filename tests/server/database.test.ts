import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '~/server/db/database.server'
import { createLogger } from '~/server/logger.server'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

describe('a database that is closed', () => {
  it('waits for what has begun, and begins nothing more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxin-close-'))
    const database = await openDatabase(
      { ...site.env, DATA_DIR: folder, DATABASE_URL: site.databaseUrl },
      createLogger('silent'),
    )
    try {
      const begun = Array.from({ length: 20 }, (_, index) =>
        database.transaction(async (_db, connection) => {
          const { rows } = await connection.query<{ n: number }>('SELECT $1::int AS "n"', [index])
          return rows[0]?.n
        }),
      )
      const closed = database.close()
      expect(await Promise.all(begun)).toEqual(begun.map((_, index) => index))
      await closed
      await expect(database.transaction(async () => 1)).rejects.toThrow('closing')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
