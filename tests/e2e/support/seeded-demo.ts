import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startSiteOn, type RunningSite, type SeededDemo } from './site'

// The demo is seeded once for each kind of database; every test file starts from a copy.

declare module 'vitest' {
  interface ProvidedContext {
    demoEmbedded: SeededDemo
    demoOnServer: SeededDemo
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await seed('embedded')
  const onServer = await seed('server')
  project.provide('demoEmbedded', { dataDir: embedded.dataDir, database: undefined })
  project.provide('demoOnServer', {
    dataDir: onServer.dataDir,
    database: onServer.databaseName,
  })
  return async () => {
    await embedded.stop()
    await onServer.stop()
  }
}

/** A seeded demo whose program has ended, so that its data can be copied. */
async function seed(kind: 'embedded' | 'server'): Promise<RunningSite> {
  const site = await startSiteOn(kind, undefined)
  const ended = new Promise((resolve) => site.process.once('exit', resolve))
  site.process.kill('SIGTERM')
  await ended
  await settleAtOnce(site)
  return site
}

/** Decisions settle at once, mails go out at once; a test of either wait sets its own time. */
async function settleAtOnce(site: RunningSite): Promise<void> {
  const statement = `INSERT INTO "settings" ("key", "value") VALUES
    ('moderation', '{"undoSeconds": 0, "secondLookPercent": 0}'), ('notices', '{"burstSeconds": 0}')`
  if (site.databaseUrl) {
    const client = new pg.Client({ connectionString: site.databaseUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
    return
  }
  const engine = await PGlite.create({ dataDir: join(site.dataDir, 'database') })
  await engine.exec(statement)
  await engine.close()
}
