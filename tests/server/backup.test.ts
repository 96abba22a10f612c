import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { invitePerson } from '~/commands/invite-person.server'
import { diskStorage } from '~/server/attachments/disk-storage.server'
import { restoreBackup } from '~/server/backup/restore-backup.server'
import { writeBackup } from '~/server/backup/write-backup.server'
import { openDatabase, type Database } from '~/server/db/database.server'
import type { Environment } from '~/server/env.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeComment, makeDepartment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const serverUrl = inject('serverUrl')
const folder = mkdtempSync(join(tmpdir(), 'lianxin 备份 '))
const archive = join(folder, 'site.tar')
const databases: string[] = []

const ATTACHED = '一份附件'
const HASH = createHash('sha256').update(ATTACHED).digest('hex')

/** The settings of a place of its own, with no secret but the one in its folder. */
function place(name: string, databaseUrl = site.env.DATABASE_URL): Environment {
  const own = { SECRET: undefined, DATA_DIR: join(folder, name), DATABASE_URL: databaseUrl }
  return { ...site.env, ...own }
}

/** How many rows each table has, and a hash of what they hold. */
async function contents(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS "name" FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'pgboss') ORDER BY 1`,
  )
  const entries = []
  for (const { name } of rows) {
    const { rows: told } = await database.query<{ told: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS "told" FROM ${name} t`,
    )
    entries.push([name, told[0]?.told ?? ''] as const)
  }
  return Object.fromEntries(entries)
}

async function emptyDatabase(): Promise<string | undefined> {
  if (!serverUrl) return undefined
  const name = `lianxin_restored_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  databases.push(name)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** The address of the test's own database, when it is one on a server. */
async function ownUrl(): Promise<string | undefined> {
  if (!serverUrl) return undefined
  const { rows } = await site.container.database.query<{ name: string }>(
    'SELECT current_database() AS "name"',
  )
  const url = new URL(serverUrl)
  url.pathname = `/${rows[0]?.name}`
  return url.href
}

beforeAll(async () => {
  const db = site.container.database.prisma
  const topic = await makeTopic(db, { title: '老旧小区电梯怎么加装？' })
  await makeComment(db, { topicId: topic.id, text: '底层住户的采光要先算清楚。👍' })
  await makeDepartment(db)
  const admin = await makeActor(db, [{ role: 'admin' }])
  await invitePerson(site.scope(admin), {
    displayName: '陈静',
    phone: '+8613800138000',
    districtId: null,
    grants: [],
    origin: 'https://lianxin.example',
  })
  const env = place('former', await ownUrl())
  mkdirSync(env.DATA_DIR, { recursive: true })
  writeFileSync(join(env.DATA_DIR, 'secret'), 'a-secret-that-only-this-site-has')
  const source = join(folder, 'source')
  writeFileSync(source, ATTACHED)
  await diskStorage(env.DATA_DIR).put(HASH, source)
  await writeBackup({ ...site.container, env }, archive)
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  const admin = new pg.Client({ connectionString: serverUrl ?? '' })
  if (databases.length === 0) return
  await admin.connect()
  for (const name of databases) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})

describe('a backup', () => {
  it('is a tar that its owner alone may read, and is never written over', async () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    const listed = spawnSync('tar', ['tf', archive], { encoding: 'utf8' })
    expect(listed.stdout.split('\n')).toEqual([
      'manifest.json',
      'secret',
      'database',
      `attachments/${HASH}`,
      '',
    ])
    await expect(writeBackup({ ...site.container, env: place('former') }, archive)).rejects.toThrow(
      'already',
    )
  })

  it('restored into an empty place has the same rows and the same secret', async () => {
    const env = place('restored', await emptyDatabase())
    const manifest = await restoreBackup(env, archive)
    expect(manifest.createdAt).toBe(TEST_NOW.toISOString())
    const database = await openDatabase(env, site.container.log)
    try {
      const restored = await contents(database)
      expect(restored).toEqual(await contents(site.container.database))
      expect(restored['public.comments']).toMatch(/^1 /)
      expect(Number(restored['public.audit_events']?.split(' ')[0])).toBeGreaterThan(1)
      await expect(database.query('DELETE FROM audit_events')).rejects.toThrow('append only')
    } finally {
      await database.close()
    }
    expect(readFileSync(join(env.DATA_DIR, 'secret'), 'utf8')).toBe(
      'a-secret-that-only-this-site-has',
    )
    expect(statSync(join(env.DATA_DIR, 'secret')).mode & 0o777).toBe(0o600)
    const attached = await diskStorage(env.DATA_DIR).open(HASH)
    expect(await new Response(attached?.body).text()).toBe(ATTACHED)
    expect(manifest.attachments).toBe(1)

    await expect(restoreBackup(env, archive)).rejects.toThrow('empty place only')
  })

  it('written while people write holds whole transactions', async () => {
    const writes = Array.from({ length: 40 }, (_, n) =>
      transact(site.scope(), async (tx) => {
        const objectId = `written-${n}`
        await tx.db.category.create({ data: { id: objectId, name: objectId } })
        tx.audit({ action: 'category.created', objectType: 'category', objectId })
      }),
    )
    const busy = join(folder, 'busy.tar')
    const [{ manifest }] = await Promise.all([
      writeBackup({ ...site.container, env: place('former', await ownUrl()) }, busy),
      ...writes,
    ])
    expect(manifest.secret).toBe('included')
    const env = place('of-busy', await emptyDatabase())
    await restoreBackup(env, busy)
    const database = await openDatabase(env, site.container.log)
    try {
      const { rows } = await database.query<{ alone: number }>(
        `SELECT count(*)::int AS "alone" FROM "categories" c
           FULL JOIN "audit_events" e ON e."objectId" = c."id" AND e."action" = 'category.created'
          WHERE (c."id" LIKE 'written-%' OR e."objectId" LIKE 'written-%')
            AND (c."id" IS NULL OR e."id" IS NULL)`,
      )
      expect(rows).toEqual([{ alone: 0 }])
    } finally {
      await database.close()
    }
  })

  it('is not restored where something is already', async () => {
    const env = place('taken', await emptyDatabase())
    mkdirSync(env.DATA_DIR, { recursive: true })
    writeFileSync(join(env.DATA_DIR, 'secret'), 'another-secret')
    await expect(restoreBackup(env, archive)).rejects.toThrow('holds a secret already')
    expect(readFileSync(join(env.DATA_DIR, 'secret'), 'utf8')).toBe('another-secret')
  })

  it('is not restored under another secret, or into the other kind of database', async () => {
    const env = place('other', await emptyDatabase())
    await expect(
      restoreBackup({ ...env, SECRET: 'a-different-secret-of-the-settings' }, archive),
    ).rejects.toThrow('SECRET is not the secret')
    const otherKind = serverUrl ? undefined : 'postgresql://nobody@127.0.0.1:1/nothing'
    await expect(restoreBackup(place('other', otherKind), archive)).rejects.toThrow('DATABASE_URL')
  })

  it('that was damaged or cut off is refused, and leaves nothing behind', async () => {
    const bytes = readFileSync(archive)
    const env = place('damaged', await emptyDatabase())
    const cut = join(folder, 'cut.tar')
    writeFileSync(cut, bytes.subarray(0, bytes.length - 4096))
    await expect(restoreBackup(env, cut)).rejects.toThrow('its end is missing')

    const flipped = join(folder, 'flipped.tar')
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    writeFileSync(flipped, bytes)
    await expect(restoreBackup(env, flipped)).rejects.toThrow('damaged')

    const changed = join(folder, 'changed.tar')
    const original = readFileSync(archive)
    original.write('另一份附件', original.indexOf(ATTACHED))
    writeFileSync(changed, original)
    await expect(restoreBackup(env, changed)).rejects.toThrow('an attachment is not what')

    const other = join(folder, 'other.txt')
    writeFileSync(other, 'not a backup'.repeat(100))
    await expect(restoreBackup(env, other)).rejects.toThrow('no backup')
    // The place is as empty as before.
    await restoreBackup(env, archive)
  })
})
