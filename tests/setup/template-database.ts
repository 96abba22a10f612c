import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createContainer } from '~/server/container.server'
import { embeddedDatabase } from '~/server/db/database.server'
import { readMigrations } from '~/server/db/migrate.server'
import { testEnvironment } from './test-environment'

// A database with every migration is made once; each test file gets a copy of it.

declare module 'vitest' {
  interface ProvidedContext {
    templateFile: string | null
    templateDatabase: string | null
    serverUrl: string | null
  }
}

// Decisions settle at once, but where a test asks for a time to undo them.
const SETTINGS = `INSERT INTO "settings" ("key", "value") VALUES ('moderation', '{"undoSeconds": 0, "secondLookPercent": 0}')`

const DEFAULT_SERVER = 'postgresql://postgres@127.0.0.1:5432/postgres'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE'] !== 'server') {
    project.provide('templateFile', await embeddedTemplate())
    project.provide('templateDatabase', null)
    project.provide('serverUrl', null)
    return async () => {}
  }
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? DEFAULT_SERVER
  const name = `lianxin_template_${process.pid}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const container = await createContainer({ env: testEnvironment({ DATABASE_URL: url.href }) })
  await container.database.script(SETTINGS)
  await container.close()
  project.provide('templateFile', null)
  project.provide('templateDatabase', name)
  project.provide('serverUrl', serverUrl)
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}

async function embeddedTemplate(): Promise<string> {
  const migrations = readMigrations('prisma/migrations')
  const key = createHash('sha256')
    .update(migrations.map((migration) => migration.checksum).join())
    .update(readFileSync('package-lock.json'))
    .update(SETTINGS)
    .digest('hex')
    .slice(0, 16)
  const file = join('.cache', `template-${key}.tar`)
  if (existsSync(file)) return file
  mkdirSync('.cache', { recursive: true })
  const engine = await PGlite.create()
  const database = await embeddedDatabase(engine)
  const container = await createContainer({ env: testEnvironment(), database })
  await container.jobs.stop()
  await database.script(SETTINGS)
  const dump = await engine.dumpDataDir('none')
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
  await database.close()
  return file
}
