import { afterEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '~/server/db/database.server'
import { applyMigrations, pendingMigrations, readMigrations } from '~/server/db/migrate.server'
import { emptyDatabase as anotherDatabase } from '#tests/setup/test-site'

const migrations = readMigrations('prisma/migrations')
const opened: Array<Awaited<ReturnType<typeof anotherDatabase>>> = []

async function emptyDatabase(): Promise<Database> {
  const copy = await anotherDatabase()
  opened.push(copy)
  return copy.database
}

afterEach(async () => {
  for (const { database, drop } of opened.splice(0)) {
    await database.close()
    await drop()
  }
})

/**
 * How many migrations the states have that are brought up to date: on a server all, on the embedded database, where
 * each costs seconds, the first, the last and some between.
 */
const STATES = migrations
  .map(({ name }, index) => [name, index + 1] as const)
  .slice(0, -1)
  .filter(
    ([, applied]) => inject('serverUrl') || applied % 8 === 1 || applied === migrations.length - 1,
  )

// Rows that every state of the schema since the first migration can hold.
const ROWS = `
  INSERT INTO people ("id", "createdAt", "displayName") VALUES
    ('0190000000000000000000000a', now(), '甲'), ('0190000000000000000000000b', now(), '乙');
  INSERT INTO grants ("id", "personId", "role", "grantedAt") VALUES ('g1', '0190000000000000000000000a', 'resident', now());
  INSERT INTO districts ("id", "name") VALUES ('d1', '梧桐里街道');
  INSERT INTO categories ("id", "name") VALUES ('c1', '住房与物业');
  INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
  INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
    VALUES ('s1', '梧桐里工作站', 'station', 't1', '党群服务中心', '', '', '', now());
  INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion", "categoryId",
      "studioId", "openedById", "stage", "stageSince", "openedAt")
    VALUES ('topic1', 'XS-2025-001', '电梯怎么装？', '怎么商量？', '背景', '<p>背景</p>', 1, 'c1', 's1',
      '0190000000000000000000000a', 'deliberating', now(), now());
  INSERT INTO audit_events ("id", "at", "action", "objectType", "objectId", "detail", "hash")
    VALUES ('e1', now(), 'topic.opened', 'topic', 'topic1', '{}', 'h');`

const TABLES = ['people', 'grants', 'districts', 'categories', 'studios', 'topics', 'audit_events']

async function counts(database: Database): Promise<Record<string, number>> {
  const entries = []
  for (const table of TABLES) {
    const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
    entries.push([table, rows[0]?.n ?? -1] as const)
  }
  return Object.fromEntries(entries)
}

describe('migrations', () => {
  it('bring an empty database up to date, once', async () => {
    const database = await emptyDatabase()
    expect(await applyMigrations(database, migrations)).toEqual(migrations.map(({ name }) => name))
    expect(await applyMigrations(database, migrations)).toEqual([])
    expect(await pendingMigrations(database, migrations)).toEqual([])
  })

  it.each(STATES)('keep every row of a database that was at %s', async (_name, applied) => {
    const database = await emptyDatabase()
    await applyMigrations(database, migrations.slice(0, applied))
    await database.script(ROWS)
    const before = await counts(database)
    await applyMigrations(database, migrations)
    expect(await counts(database)).toEqual(before)
    expect(before['people']).toBe(2)
  })

  it('refuse to go on when an applied one was changed afterwards', async () => {
    const database = await emptyDatabase()
    await applyMigrations(database, migrations)
    const [first, ...rest] = migrations
    if (!first) throw new Error('there is no migration')
    const changed = [{ ...first, checksum: 'other' }, ...rest]
    await expect(applyMigrations(database, changed)).rejects.toThrow(first.name)
  })

  it('leave nothing of one that fails half-way', async () => {
    const database = await emptyDatabase()
    await applyMigrations(database, migrations)
    const broken = {
      name: '29990101000000_broken',
      checksum: 'x',
      script: 'CREATE TABLE half_way (id int); SELECT 1 / 0;',
    }
    await expect(applyMigrations(database, [...migrations, broken])).rejects.toThrow(
      'division by zero',
    )
    expect(await pendingMigrations(database, [...migrations, broken])).toEqual([broken])
    await expect(database.query('SELECT 1 FROM half_way')).rejects.toThrow('half_way')
  })
})
