import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Viewer } from '~/domain/person/actor'
import { createContainer, type Container } from '~/server/container.server'
import { embeddedDatabase, openDatabase, type Database } from '~/server/db/database.server'
import type { Environment } from '~/server/env.server'
import type { Scope } from '~/server/scope.server'
import type { OutgoingTextMessage, TextMessageGateway } from '~/server/text-message/gateway.server'
import { testEnvironment } from './test-environment'

/** A working Monday morning in Shanghai: where the clock of every test stands until it is moved. */
export const TEST_NOW = new Date('2026-11-23T02:00:00.000Z')

/** A container over a database of its own, for the tests of one file. */
export interface TestSite {
  container: Container
  /** Text messages that jobs have handed to the gateway. */
  sentTexts: OutgoingTextMessage[]
  now: Date
  /** Moves the clock. */
  advance(ms: number): void
  /** A request's scope, as the viewer's. */
  scope(viewer?: Viewer, overrides?: Partial<Scope>): Scope
  env: Environment
  /** The database's address, when it is on a server. */
  databaseUrl: string | undefined
}

/** Opens a site before the file's tests and closes it after them. */
export function useTestSite(overrides: Partial<Environment> = {}): TestSite {
  const site = { now: TEST_NOW, sentTexts: [] as OutgoingTextMessage[] } as TestSite
  let drop: () => Promise<void>
  beforeAll(async () => {
    const copy = await copyTemplate()
    drop = copy.drop
    site.databaseUrl = copy.url
    const gateway: TextMessageGateway = {
      send: async (message) => {
        site.sentTexts.push(message)
      },
    }
    site.env = testEnvironment(overrides)
    site.container = await createContainer({
      env: site.env,
      database: copy.database,
      clock: () => site.now,
      textMessages: gateway,
    })
    site.advance = (ms) => {
      site.now = new Date(site.now.getTime() + ms)
    }
    site.scope = (viewer = null, more = {}) => ({
      container: site.container,
      db: site.container.database.prisma,
      viewer,
      now: site.now,
      requestId: 'test-request',
      addressHash: 'test-address',
      addressKey: '192.0.2.1',
      language: 'zh-Hans',
      pageTag: () => {},
      ...more,
    })
  })
  afterAll(async () => {
    await site.container?.close()
    await drop?.()
  })
  return site
}

interface DatabaseCopy {
  database: Database
  url?: string
  drop: () => Promise<void>
}

async function copyTemplate(): Promise<DatabaseCopy> {
  const file = inject('templateFile')
  if (!file) return serverDatabase(inject('templateDatabase') ?? undefined)
  const engine = await PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) })
  return { database: await embeddedDatabase(engine), drop: async () => {} }
}

/** A database without a schema, of the kind that this run of the tests is on. */
export async function emptyDatabase(): Promise<DatabaseCopy> {
  if (inject('serverUrl')) return serverDatabase()
  return { database: await embeddedDatabase(await PGlite.create()), drop: async () => {} }
}

async function serverDatabase(template?: string): Promise<DatabaseCopy> {
  const serverUrl = inject('serverUrl')
  if (!serverUrl) throw new Error('neither a template file nor a server was set up')
  const name = `lianxin_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const env = testEnvironment({ DATABASE_URL: url.href, DATABASE_POOL: 10 })
  const log = { warn: () => {} }
  return {
    database: await openDatabase(env, log as never),
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
