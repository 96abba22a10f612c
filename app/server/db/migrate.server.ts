import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.server'

export interface Migration {
  name: string
  checksum: string
  script: string
}

/** The migrations in a folder, in their order, with Prisma's checksum (SHA-256 of the file). */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

// Prisma's own table, so that `prisma migrate status` on a server agrees with us.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

const LOCK = 6_741_230_001

/**
 * Applies what is pending, in order, each in a transaction under an advisory lock, so that of several
 * processes that start at once one migrates and the others wait. Returns the names applied. Throws when
 * an applied migration's file was changed since.
 */
export async function applyMigrations(
  database: Database,
  migrations: readonly Migration[],
): Promise<string[]> {
  await database.script(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK}); ${TABLE}; COMMIT`)
  const applied: string[] = []
  for (const migration of await pendingMigrations(database, migrations)) {
    await database
      .script(
        [
          'BEGIN',
          `SELECT pg_advisory_xact_lock(${LOCK})`,
          // Another process may have been faster while this one waited for the lock.
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, applied_steps_count, finished_at)
           SELECT '${randomUUID()}', '${migration.checksum}', '${migration.name}', 1, now()`,
          `DO $once$ BEGIN IF (SELECT count(*) FROM "_prisma_migrations"
           WHERE migration_name = '${migration.name}' AND rolled_back_at IS NULL) > 1
           THEN RAISE EXCEPTION 'already applied: ${migration.name}'; END IF; END $once$`,
          migration.script,
          'COMMIT',
        ].join(';\n'),
      )
      .then(
        () => applied.push(migration.name),
        (error: unknown) => {
          if (!(error instanceof Error && error.message.includes('already applied:'))) throw error
        },
      )
  }
  return applied
}

/** The migrations that the database does not have yet. Throws when it has one with other contents. */
export async function pendingMigrations(
  database: Database,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const { rows } = await database.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  for (const migration of migrations) {
    const checksum = done.get(migration.name)
    if (checksum && checksum !== migration.checksum) {
      throw new Error(`The migration ${migration.name} was changed after it had been applied.`)
    }
  }
  return migrations.filter((migration) => !done.has(migration.name))
}
